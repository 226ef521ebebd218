//! The chart bundle inside QuickJS.

use std::sync::{Mutex, PoisonError};

use rquickjs::{CatchResultExt, Context, Ctx, Function, Object, Runtime};

use crate::bundle::browser_js;

/// ECharts lays out text recursively; the default of 256 kB is too little for a full map.
const STACK_BYTES: usize = 1024 * 1024;
/// After this many charts an engine is thrown away, and whatever it has piled up with it.
const CHARTS_PER_ENGINE: u32 = 200;
/// More engines than this are not kept: each holds about 10 MB.
const MOST_IDLE: usize = 8;

/// Engines with the bundle loaded, waiting for the next chart. Loading takes three times as long
/// as drawing, so an engine draws many charts; nothing of one chart shows in the next (the script
/// names elements after the chart, not after its own counters), which `tests/determinism.rs` holds.
#[derive(Default)]
pub(crate) struct Engines {
    idle: Mutex<Vec<Engine>>,
}

struct Engine {
    context: Context,
    drawn: u32,
}

impl Engines {
    /// Draws one specification. An engine in which a chart failed is not used again.
    pub(crate) fn draw(&self, spec_json: &str) -> Result<String, String> {
        let waiting = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut engine = waiting.map_or_else(Engine::new, Ok)?;
        let svg = engine.draw(spec_json)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if engine.drawn < CHARTS_PER_ENGINE && idle.len() < MOST_IDLE {
            idle.push(engine);
        }
        Ok(svg)
    }
}

impl std::fmt::Debug for Engines {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Engines")
    }
}

impl Engine {
    fn new() -> Result<Self, String> {
        let runtime = Runtime::new().map_err(|error| error.to_string())?;
        runtime.set_max_stack_size(STACK_BYTES);
        let context = Context::full(&runtime).map_err(|error| error.to_string())?;
        within(&context, |ctx| ctx.eval::<(), _>(browser_js()))?;
        Ok(Self { context, drawn: 0 })
    }

    fn draw(&mut self, spec_json: &str) -> Result<String, String> {
        self.drawn += 1;
        within(&self.context, |ctx| {
            let sextant: Object<'_> = ctx.globals().get("sextant")?;
            let svg: Function<'_> = sextant.get("svg")?;
            svg.call((spec_json,))
        })
    }
}

fn within<T>(
    context: &Context,
    work: impl FnOnce(&Ctx<'_>) -> rquickjs::Result<T>,
) -> Result<T, String> {
    context.with(|ctx| work(&ctx).catch(&ctx).map_err(|error| error.to_string()))
}
