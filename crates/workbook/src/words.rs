//! The few words that every workbook adds, in its language.

/// Words beside the caller's own. `&P` and `&N` stand for page and pages.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) contents: &'static str,
    pub(crate) back: &'static str,
    pub(crate) sheet: &'static str,
    pub(crate) title: &'static str,
    pub(crate) about: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) flags: &'static str,
    pub(crate) pages: &'static str,
}

const EN: Words = Words {
    contents: "Contents",
    back: "Back to contents",
    sheet: "Sheet",
    title: "Title",
    about: "Description",
    unit: "Unit",
    notes: "Notes",
    flags: "Flags",
    pages: "Page &P of &N",
};

const NL: Words = Words {
    contents: "Inhoud",
    back: "Terug naar de inhoud",
    sheet: "Blad",
    title: "Titel",
    about: "Beschrijving",
    unit: "Eenheid",
    notes: "Opmerkingen",
    flags: "Vlaggen",
    pages: "Pagina &P van &N",
};

const FR: Words = Words {
    contents: "Sommaire",
    back: "Retour au sommaire",
    sheet: "Feuille",
    title: "Titre",
    about: "Description",
    unit: "Unité",
    notes: "Remarques",
    flags: "Indicateurs d'état",
    pages: "Page &P sur &N",
};

const ZH: Words = Words {
    contents: "目录",
    back: "返回目录",
    sheet: "工作表",
    title: "标题",
    about: "说明",
    unit: "单位",
    notes: "注",
    flags: "标记",
    pages: "第 &P 页，共 &N 页",
};

/// The words of a language, or none where there are none.
pub(crate) fn words(lang: &str) -> Option<&'static Words> {
    match lang {
        "en" => Some(&EN),
        "nl" => Some(&NL),
        "fr" => Some(&FR),
        "zh" => Some(&ZH),
        _ => None,
    }
}
