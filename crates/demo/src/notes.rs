//! What lies beside the data: a warning to people, and the hidden things for tests.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::Error;
use crate::missing::Gap;
use crate::output::{Output, WrittenFile};
use crate::planted::{BREAK, Event, SPIKE};
use crate::world::World;

/// Writes `README.txt`.
pub(crate) fn readme(world: &World<'_>, out: &Path) -> Result<WrittenFile, Error> {
    let mut file = Output::create(out, "README.txt")?;
    file.text(&format!(
        "DEMO DATA. EVERY NUMBER IN THIS FOLDER IS INVENTED.\n\
         \n\
         These files have the formats of CEPII BACI, the IMF's table of trade in\n\
         low-carbon technology products, UN Comtrade, Eurostat Comext, EPO PATSTAT,\n\
         Eurostat Prodcom, other tables of Eurostat, and Crunchbase, with real country\n\
         codes, product codes, patent classes and categories. They were not published by\n\
         any of these bodies, say nothing about any country, firm or invention, and must\n\
         not be cited.\n\
         \n\
         Made by `sextant generate --scale {} --seed {}`.\n\
         The folder `truth` holds what a build must find: the observations, exports\n\
         and imports of the sources not chosen, and what was hidden on purpose.\n",
        world.options.scale, world.options.seed
    ))?;
    file.finish()
}

/// What was hidden, by part of the data.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Planted<'a> {
    /// Rows of Comtrade that must not be counted, by reason.
    pub(crate) left_out: Option<&'a BTreeMap<&'static str, u64>>,
    /// In the patents.
    pub(crate) patents: Option<&'a Value>,
    /// In everything else, by name.
    pub(crate) others: [(&'static str, Option<&'a Value>); 3],
}

/// Writes `truth/planted.json`.
pub(crate) fn planted(
    world: &World<'_>,
    hidden: &Planted<'_>,
    out: &Path,
) -> Result<WrittenFile, Error> {
    let mut planted = json!({
        "demo": true,
        "note": "Nothing here is real. The break is in every export series of its country, in \
                 all subjects; imports of others from it fall with it.",
        "scale": world.options.scale,
        "seed": world.options.seed,
    });
    if let Some(left_out) = hidden.left_out {
        planted["breaks"] = json!([event(&BREAK)]);
        planted["spikes"] = json!([event(&SPIKE)]);
        planted["missing_codes"] = world.missing.gaps().map(gap).collect();
        planted["left_out_rows"] = json!({ "comtrade": left_out });
    }
    if let Some(patents) = hidden.patents {
        planted["patent_scale"] = world.options.patent_scale().into();
        planted["patents"] = patents.clone();
    }
    for (name, hidden) in hidden.others {
        if let Some(hidden) = hidden {
            planted[name] = hidden.clone();
        }
    }
    let mut file = Output::create(out, "truth/planted.json")?;
    file.text(&format!("{planted:#}\n"))?;
    file.finish()
}

/// All exports of a country, in every subject, as BACI and the IMF tell them.
fn event(event: &Event) -> Value {
    json!({
        "geo": event.geo,
        "flow": "export",
        "indicator": "trade-exports",
        "subject": "all-products",
        "first": event.first,
        "last": event.last,
        "factor_per_mille": event.factor,
        "sources": ["baci", "imf-lct"],
    })
}

fn gap(gap: &Gap) -> Value {
    json!({
        "source": "baci",
        "year": gap.year,
        "subject": gap.subject,
        "classification": "hs2007",
        "codes": gap.codes,
    })
}
