//! Summaries as strict ninjs 3.1, for index pages.

use serde_json::{Map, Value, json};

use crate::model::{Picture, Summary, plain_text};

/// A summary as a ninjs 3.1 document of representation type `incomplete`, with its place in `x`.
///
/// [`super::read_summaries`] reads the same summary from it, but for markup inside a picture's caption.
pub fn write_summary(summary: &Summary) -> Value {
    let mut item = Map::new();
    item.insert("standard".into(), json!({ "name": "ninjs", "version": "3.1" }));
    item.insert("uri".into(), json!(summary.id));
    item.insert("type".into(), json!("text"));
    item.insert("representationType".into(), json!("incomplete"));
    if let Some(language) = &summary.language {
        item.insert("language".into(), json!(language.as_str()));
    }
    if let Some(modified) = summary.modified {
        item.insert("versionCreated".into(), json!(modified.to_string()));
    }
    if !summary.headline.is_empty() {
        item.insert(
            "headlines".into(),
            json!([{ "role": "main", "contentType": "text/plain", "value": summary.headline }]),
        );
    }
    if let Some(lead) = &summary.lead {
        item.insert(
            "descriptions".into(),
            json!([{ "role": "lead", "contentType": "text/plain", "value": lead }]),
        );
    }
    if let Some(picture) = &summary.picture {
        item.insert("associations".into(), json!([association(&summary.id, picture)]));
    }
    let mut x = Map::new();
    x.insert("url".into(), json!(summary.path.under("/")));
    if let Some(published) = summary.published {
        x.insert("published".into(), json!(published.to_string()));
    }
    if let Some(section) = &summary.section {
        x.insert("section".into(), json!(section));
    }
    item.insert("x".into(), Value::Object(x));
    Value::Object(item)
}

fn association(id: &str, picture: &Picture) -> Value {
    let caption = plain_text(&picture.caption);
    let described = [
        ("alt", picture.alt.as_str(), None),
        ("caption", caption.as_str(), picture.caption_tongue.language.as_ref()),
        ("creditline", picture.credit.as_str(), picture.credit_tongue.language.as_ref()),
    ];
    let descriptions: Vec<Value> = described
        .into_iter()
        .filter(|(_, value, _)| !value.is_empty())
        .map(|(role, value, language)| {
            let mut description = json!({ "role": role, "contentType": "text/plain", "value": value });
            if let (Some(language), Some(members)) = (language, description.as_object_mut()) {
                members.insert("language".into(), json!(language.as_str()));
            }
            description
        })
        .collect();
    let renditions: Vec<Value> = picture.renditions.iter().enumerate().map(|(index, rendition)| {
        let name = rendition.size.map_or_else(|| format!("file-{index}"), |(width, _)| width.to_string());
        match rendition.size {
            Some((width, height)) => json!({ "name": name, "href": rendition.address.as_str(), "width": width, "height": height }),
            None => json!({ "name": name, "href": rendition.address.as_str() }),
        }
    }).collect();
    let mut association = json!({ "name": "lead", "uri": format!("{id}#lead"), "type": "picture" });
    if let Some(members) = association.as_object_mut() {
        if !descriptions.is_empty() {
            members.insert("descriptions".into(), Value::Array(descriptions));
        }
        members.insert("renditions".into(), Value::Array(renditions));
    }
    association
}
