//! The same specification gives the same bytes: again, after other charts, and from other threads.

mod common;

use std::thread;

use sextant_charts::Renderer;

#[test]
fn what_was_drawn_before_does_not_show() {
    let specs = common::all();
    let fresh: Vec<String> = specs
        .iter()
        .map(|spec| Renderer::new().and_then(|one| one.svg(spec)).expect("drawn"))
        .collect();
    let kept = Renderer::new().expect("the fonts are there");
    for (index, spec) in specs.iter().enumerate() {
        assert_eq!(kept.svg(spec).expect("drawn"), fresh[index], "{}", spec.id);
    }
    for (index, spec) in specs.iter().enumerate().rev() {
        assert_eq!(kept.svg(spec).expect("drawn"), fresh[index], "{} in reverse", spec.id);
    }
}

#[test]
fn threads_do_not_show() {
    let specs = common::all();
    let renderer = Renderer::new().expect("the fonts are there");
    let draw =
        || -> Vec<String> { specs.iter().map(|spec| renderer.svg(spec).expect("drawn")).collect() };
    let (one, two) = thread::scope(|scope| {
        let (one, two) = (scope.spawn(draw), scope.spawn(draw));
        (one.join().expect("no panic"), two.join().expect("no panic"))
    });
    assert_eq!(one, two);
}

#[test]
fn pngs_repeat() {
    let renderer = Renderer::new().expect("the fonts are there");
    let spec = common::read("figure-2-zh");
    let png = renderer.png(&spec, 1.0).expect("drawn");
    assert!(png.starts_with(b"\x89PNG"));
    assert_eq!(png, renderer.png(&spec, 1.0).expect("drawn"));
}

#[test]
fn an_engine_gives_way_after_its_share_of_charts() {
    let renderer = Renderer::new().expect("the fonts are there");
    let spec = common::read("all-missing");
    let first = renderer.svg(&spec).expect("drawn");
    for _ in 0..210 {
        assert_eq!(renderer.svg(&spec).expect("drawn"), first);
    }
}
