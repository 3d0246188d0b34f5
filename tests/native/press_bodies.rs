//! What of a body stands on a pressed page, and in its feed.

use crate::press_newsroom::Newsroom;
use serde_json::json;

#[test]
fn an_embed_of_the_sites_own_is_named_by_the_site_and_is_nothing_foreign() {
    let newsroom = Newsroom::new("bodies-own-embed");
    newsroom.write("content/widgets/chart.html", "<p>A chart</p>");
    newsroom.write("content/media/plan.pdf", "%PDF");
    newsroom.article("a", "/politics/a/", 2, |article| {
        article["bodies"][0]["value"] = json!(
            "<iframe src='/widgets/chart.html' title='Chart'></iframe><object data='/media/plan.pdf'>The plan</object>\
             <iframe src='https://maps.example/7' title='A map'></iframe>"
        );
    });
    newsroom.press();
    let page = newsroom.read("politics/a/index.html");
    let embeds: Vec<&str> = page.split("<a class=\"").filter(|link| link.contains("embed-link")).collect();
    let [chart, plan, map] = embeds.as_slice() else { panic!("{embeds:#?}") };
    for (own, href, title) in [(chart, "/widgets/chart.html", "Chart"), (plan, "/media/plan.pdf", "The plan")]
    {
        let own = own.split("</a>").next().unwrap_or_default();
        assert!(own.contains(&format!("href=\"{href}\"")) && own.contains(title), "{own}");
        assert!(own.contains("Open on The Harbour"), "{own}");
        assert!(!own.contains("foreign") && !own.contains("noreferrer"), "{own}");
        // It may be no page that the program can show.
        assert!(own.contains("rel=\"external\""), "{own}");
    }
    assert!(map.contains("Open on maps.example") && map.contains("noopener noreferrer"), "{map}");
    let feed = newsroom.read("feed.json");
    assert!(feed.contains("Chart · Open on The Harbour"), "{feed}");
}
