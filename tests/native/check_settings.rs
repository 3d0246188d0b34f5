//! What `broadsheet check`, and the press, say of `site.json`.

use std::fs;

use serde_json::{Value, json};

use crate::{
    check_faults::{assert_found, newsroom},
    press_newsroom::Pressing,
};

#[test]
fn what_the_settings_say_of_the_whole_site_is_told_once_by_check_and_by_the_press() {
    let newsroom = newsroom("check-whole");
    newsroom.article("held", "/politics/held/", 2, |article| article["pubStatus"] = json!("withheld"));
    newsroom.article("about", "/about/", 2, |article| article["x"]["standing"] = json!(true));
    newsroom.site(|site| {
        site.as_object_mut().expect("settings").remove("url");
        site["front"] = json!([
            { "block": "lead", "articles": ["/politics/good/", "/ru/politics/good/", "/politics/more/"] },
            { "block": "row", "articles": [
                "/politics/gone/", "/politics/held/", "/about/", "/politics/was-good/", "/politics/good"
            ] }
        ]);
    });
    let site = "site.json";
    let named = ["more/", "gone/", "held/", "was-good/"].map(|name| format!("\"/politics/{name}\""));
    let mut expected: Vec<_> = named.iter().map(|words| (site, "front-unfit", words.as_str())).collect();
    expected.extend([
        (site, "url-missing", "{"),
        (site, "front-unfit", "\"/about/\""),
        (site, "front-unfit", "\"/politics/good\""),
    ]);
    assert_found(&newsroom, &expected);
    let pressing = newsroom.press();
    let warnings: Vec<&str> = pressing.messages.lines().collect();
    assert_eq!(warnings.len(), expected.len(), "{pressing:?}");
    for words in ["no sitemap", "found /politics/gone/", "does not name yet, found /politics/good/"] {
        assert_eq!(warnings.iter().filter(|line| line.contains(words)).count(), 1, "{words}: {pressing:?}");
    }

    newsroom.site(|site| site["url"] = json!("harbour"));
    assert_found(&newsroom, &[(site, "value-unfit", "\"harbour\"")]);
    newsroom
        .press()
        .says(0, &["found \"harbour\": there is no sitemap, and feeds cannot name whole addresses"]);
}

#[test]
fn what_is_wrong_with_an_edition_is_told_where_that_is_set_up() {
    let newsroom = newsroom("check-editions");
    newsroom.site(|site| {
        site["editions"][0]["messages"] = json!({ "no-such/message": "x", "retry": "{ $who } again" });
        site["editions"][1]["time_zone"] = json!("Asia/Nowhere");
        // What is left out has a number in the file all the same.
        let editions = site["editions"].as_array_mut().expect("editions");
        editions.insert(1, json!({ "language": "ru", "path": "/", "time_zone": "Asia/Nowhere" }));
    });
    let file = "site.json";
    assert_found(
        &newsroom,
        &[
            (file, "value-unfit", "\"x\","),
            (file, "value-unfit", "\"{ $who } again\""),
            (file, "value-unfit", "{\"language\":\"ru\",\"path\":\"/\",\"time_zone\""),
            (file, "value-unfit", "\"Asia/Nowhere\"}],"),
        ],
    );
    newsroom.press().says(
        0,
        &[
            "site.json:1:",
            "found `Asia/Nowhere`; times are shown in UTC (/editions/2/time_zone)",
            "(/editions/0/messages/no-such~1message)",
        ],
    );
}

#[test]
fn settings_that_cannot_be_read_are_told_like_every_other_fault() {
    let newsroom = newsroom("check-settings");
    let faults = [
        ("{\n  \"name\": \"The Harbour\",\n  \"url\" \"x\"\n}", "json-invalid", (3, 9), "\"x\""),
        ("\n [1, 2]\n", "format-unknown", (2, 2), "["),
        ("{\"editions\": [{\"language\": \"english\"}]}", "value-unfit", (1, 28), "\"english\""),
    ];
    for (settings, code, (line, column), words) in faults {
        newsroom.write("content/site.json", settings);
        let text = newsroom.check(&[]);
        assert!(text.status == Some(2) && text.messages.is_empty(), "{text:?}");
        assert!(text.summary.starts_with(&format!("error[{code}]: expected ")), "{text:?}");
        let place = format!("--> content/site.json:{line}:{column}\n");
        for said in [place.as_str(), words, "no article is checked", "= help: ", "articles 0 in", "errors 1,"]
        {
            assert!(text.summary.contains(said), "no {said} in {text:?}");
        }

        let json = newsroom.check(&["--format", "json"]);
        assert!(json.status == Some(2) && json.messages.is_empty(), "{json:?}");
        let report: Value = serde_json::from_str(&json.summary).expect("one JSON document");
        let finding = &report["findings"][0];
        assert_eq!((&report["articles"], &report["errors"]), (&json!(0), &json!(1)), "{report}");
        assert_eq!((&finding["severity"], &finding["code"]), (&json!("error"), &json!(code)));
        assert_eq!((&finding["line"], &finding["column"]), (&json!(line), &json!(column)), "{report}");
        assert!(finding["words"] == json!(words) && finding["help"].is_string(), "{report}");

        let github = newsroom.check(&["--format", "github"]);
        let command =
            format!("::error file=content/site.json,line={line},col={column},title={code}::expected ");
        assert!(github.status == Some(2) && github.summary.starts_with(&command), "{github:?}");
        assert!(github.summary.contains("no article is checked"), "{github:?}");
    }
    fs::write(newsroom.path("content/site.json"), b"{\"name\": \"\xff\"}").expect("written");
    let said = newsroom.check(&[]);
    assert!(said.status == Some(2) && said.summary.contains("--> content/site.json:1:11"), "{said:?}");
}

#[test]
fn places_in_the_settings_are_those_of_the_file_where_the_site_is_pressed_for_another_path() {
    let newsroom = newsroom("check-elsewhere");
    newsroom.site(|site| {
        site["front"] = json!([{ "block": "lead", "articles": ["/politics/gone/"] }]);
        site["logo"] = json!("/media/gone.svg");
    });
    let settings = fs::read_to_string(newsroom.path("content/site.json")).expect("the settings");
    newsroom.write("content/site.json", &settings.replace(",\"", ",\n\""));
    let said = newsroom.run("content", "app", "out", &["--base-path", "/news/"]);
    let places = |pressing: &Pressing| -> Vec<String> {
        pressing.messages.lines().filter_map(|line| Some(line.split_once(": ")?.0.to_owned())).collect()
    };
    assert_eq!(places(&said).len(), 2, "{said:?}");
    assert_eq!(places(&said), places(&newsroom.press()));
}

#[test]
fn the_address_that_a_new_newsroom_has_is_told_once_until_somebody_writes_their_own() {
    let newsroom = newsroom("check-placeholder");
    for url in ["https://newsroom.example", "http://Newsroom.example:8080/de"] {
        newsroom.site(|site| site["url"] = json!(url));
        assert_found(&newsroom, &[("site.json", "url-placeholder", &format!("\"{url}\""))]);
        let pressing = newsroom.press();
        pressing.says(0, &["warning: expected the public address of the site, found ", url]);
        assert_eq!(pressing.messages.lines().count(), 1, "{pressing:?}");
    }
    newsroom.site(|site| site["url"] = json!("https://newsroom.example.org"));
    newsroom.press().is_clean();
}

#[test]
fn a_block_of_a_front_that_is_not_known_is_told_once_by_its_word() {
    let newsroom = newsroom("check-block");
    newsroom
        .site(|site| site["front"] = json!([{ "block": "lead" }, { "block": "slider" }, { "stories": 2 }]));
    let file = "site.json";
    assert_found(&newsroom, &[(file, "value-unfit", "\"slider\""), (file, "value-unfit", "{\"stories\":2}")]);
    let found =
        "expected a block of the kind lead, row, section or latest, found \"slider\" (/front/1/block)";
    newsroom.press().says(0, &[found]);
}

#[test]
fn a_telephone_that_the_notice_does_not_have_is_told() {
    let newsroom = newsroom("check-telephone");
    let number = "+7 700 388-81-09";
    let notice =
        |text: Value| newsroom.site(|site| site["notice"] = json!({ "text": text, "telephone": number }));
    notice(json!("Advertising +7 (700) 388 81 09, every day"));
    assert_found(&newsroom, &[]);
    for text in [json!("Advertising 388 81 00"), json!({ "en": "Call +77003888109", "ru": "Звоните нам" })]
    {
        notice(text);
        assert_found(&newsroom, &[("site.json", "telephone-elsewhere", &format!("\"{number}\""))]);
    }
    newsroom
        .press()
        .says(0, &["found `+7 700 388-81-09`, which does not stand there (ru): it is shown behind the text"]);
}
