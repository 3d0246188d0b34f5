//! Pieces drawn in a real browser: new, taken over from a pressed page, and changing with signals.
//!
//! Run by `scripts/test-dom.sh`.

#![cfg(target_arch = "wasm32")]

use broadsheet::piece::{DomElement, Piece, changing, element, following, nothing, show, take_over, text};
use broadsheet::platform::{task, timer};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn place() -> DomElement {
    task::begin();
    let document = web_sys::window().and_then(|window| window.document()).expect("a page");
    let place = document.create_element("div").expect("an element");
    document.body().expect("a body").append_child(&place).expect("it goes in");
    place
}

/// Effects run once the event loop has turned.
async fn settled() {
    timer::sleep(0).await;
    timer::sleep(0).await;
}

fn sample(count: RwSignal<u32>) -> Piece {
    let list = changing(
        move || count.get(),
        |count| {
            (0..count).map(|number| element("li").text(number.to_string()).into()).collect::<Vec<_>>().into()
        },
    );
    let said =
        following(move || if count.get() == 0 { String::new() } else { format!("{} of", count.get()) });
    element("section")
        .follow("data-count", move || (count.get() > 0).then(|| count.get().to_string()))
        .child(element("p").text("There are ").child(said).text(" them."))
        .child(element("ul").child(list))
        .child(element("button").text("more").on_click(move || count.update(|count| *count += 1)))
        .into()
}

#[wasm_bindgen_test]
async fn a_piece_follows_its_signals() {
    let (place, count) = (place(), RwSignal::new(0));
    show(&place, || sample(count));
    assert_eq!(place.text_content().as_deref(), Some("There are  them.more"));
    let button: web_sys::HtmlElement =
        place.query_selector("button").expect("a selector").expect("a button").unchecked_into();
    button.click();
    button.click();
    settled().await;
    assert_eq!(place.text_content().as_deref(), Some("There are 2 of them.01more"));
    let section = place.first_element_child().expect("a section");
    assert_eq!(section.get_attribute("data-count").as_deref(), Some("2"));
    count.set(0);
    settled().await;
    assert_eq!(place.text_content().as_deref(), Some("There are  them.more"));
    assert_eq!(section.get_attribute("data-count"), None);
}

#[wasm_bindgen_test]
async fn a_pressed_page_keeps_its_nodes_and_comes_to_life() {
    for start in [0, 2] {
        let (place, count) = (place(), RwSignal::new(start));
        place.set_inner_html(&sample(count).to_html());
        let before = place.inner_html();
        let walker = |place: &DomElement| -> Vec<web_sys::Node> {
            let found = place.query_selector_all("*").expect("a selector");
            let elements = (0..found.length()).filter_map(|index| found.item(index));
            elements
                .flat_map(|node| {
                    std::iter::successors(node.first_child(), |n| n.next_sibling()).chain([node])
                })
                .collect()
        };
        let nodes = walker(&place);
        take_over(&place, || sample(count)).await;
        settled().await;
        let after = walker(&place);
        assert_eq!(nodes.len(), after.len());
        assert!(nodes.iter().zip(&after).all(|(one, other)| one.is_same_node(Some(other))), "start {start}");
        // A text that is empty is there as a space until the program says what it is.
        assert_eq!(place.inner_html().replace("<!----><!---->", "<!----> <!---->"), before);
        place
            .query_selector("button")
            .expect("a selector")
            .expect("a button")
            .unchecked_into::<web_sys::HtmlElement>()
            .click();
        settled().await;
        let words = place.text_content().unwrap_or_default();
        assert!(words.contains(&format!("{} of them.", start + 1)), "{words}");
    }
}

#[wasm_bindgen_test]
async fn a_page_that_is_another_one_is_put_right() {
    let pages = [
        "<section><p>There are many.</p><ol><li>9</li></ol><button>more</button></section><!-- other -->",
        "<main>something else</main>",
        "words",
        "",
    ];
    for html in pages {
        let (place, count) = (place(), RwSignal::new(1));
        place.set_inner_html(html);
        take_over(&place, || sample(count)).await;
        settled().await;
        let section = place.query_selector("section").expect("a selector").expect("a section");
        assert_eq!(section.text_content().as_deref(), Some("There are 1 of them.0more"), "{html}");
    }
}

/// A list whose items take a slow machine's time to draw.
fn slow_list(drawn: RwSignal<u32>) -> Piece {
    let item = move |number: u32| {
        let slowly = changing(
            || (),
            move |()| {
                let begin = timer::now_milliseconds();
                while timer::now_milliseconds() - begin < 10 {}
                drawn.update(|count| *count += 1);
                text(number.to_string())
            },
        );
        Piece::from(element("li").child(slowly))
    };
    element("ul").children((0..4).map(item)).into()
}

#[wasm_bindgen_test]
async fn taking_over_leaves_pauses_for_the_reader() {
    let (place, drawn, seen) = (place(), RwSignal::new(0), RwSignal::new(None));
    place.set_inner_html(&slow_list(drawn).to_html());
    drawn.set(0);
    let reader = timer::after(0, move || seen.set(Some(drawn.get_untracked())));
    take_over(&place, move || slow_list(drawn)).await;
    reader.forget();
    assert_eq!(drawn.get_untracked(), 4);
    let when = seen.get_untracked();
    assert!(when.is_some_and(|done| done < 4), "the reader came after {when:?} of 4 parts");
    assert_eq!(place.text_content().as_deref(), Some("0123"));
}

#[wasm_bindgen_test]
async fn a_listener_is_live_when_all_inside_it_is() {
    let (place, drawn, heard, told) = (place(), RwSignal::new(0), RwSignal::new(None), RwSignal::new(0));
    let piece = move || {
        let fields = (0..4).map(move |_| {
            let slow = slow_list(drawn);
            Piece::from(element("div").child(slow).drawn(move |_| told.update(|count| *count += 1)))
        });
        let form =
            element("form").children(fields).on("ping", move |_| heard.set(Some(told.get_untracked())));
        Piece::from(element("section").child(form))
    };
    place.set_inner_html(&piece().to_html());
    let form = place.query_selector("form").expect("a selector").expect("a form");
    let ping =
        move || form.dispatch_event(&web_sys::Event::new("ping").expect("an event")).expect("it is sent");
    let (early, late) = (ping.clone(), ping);
    let reader = timer::after(0, move || {
        early();
    });
    take_over(&place, piece).await;
    reader.forget();
    assert_eq!(heard.get_untracked(), None, "it was heard before all was there");
    late();
    assert_eq!((heard.get_untracked(), told.get_untracked()), (Some(4), 4));
}

#[wasm_bindgen_test]
async fn what_is_removed_while_it_waits_is_not_drawn() {
    let (place, shown, drawn) = (place(), RwSignal::new(true), RwSignal::new(0));
    let piece = move || {
        Piece::from(element("main").child(changing(
            move || shown.get(),
            move |shown| if shown { slow_list(drawn) } else { text("gone") },
        )))
    };
    place.set_inner_html(&piece().to_html());
    drawn.set(0);
    let reader = timer::after(0, move || shown.set(false));
    take_over(&place, piece).await;
    reader.forget();
    settled().await;
    assert!(drawn.get_untracked() < 4, "parts of what was removed were drawn");
    assert_eq!(place.text_content().as_deref(), Some("gone"));
}

#[wasm_bindgen_test]
async fn what_is_inside_a_change_goes_with_it() {
    let (place, outer, inner, drawn) = (place(), RwSignal::new(true), RwSignal::new(1), RwSignal::new(0));
    let piece = move || {
        changing(
            move || outer.get(),
            move |shown| match shown {
                true => changing(
                    move || inner.get(),
                    move |number| {
                        drawn.update(|count| *count += 1);
                        text(number.to_string())
                    },
                ),
                false => nothing(),
            },
        )
    };
    show(&place, piece);
    inner.set(2);
    settled().await;
    assert_eq!((place.text_content().as_deref(), drawn.get_untracked()), (Some("2"), 2));
    outer.set(false);
    settled().await;
    inner.set(3);
    settled().await;
    assert_eq!((place.text_content().as_deref(), drawn.get_untracked()), (Some(""), 2));
    outer.set(true);
    settled().await;
    assert_eq!(place.text_content().as_deref(), Some("3"));
}
