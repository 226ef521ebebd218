//! Families and persons as rows.

use crate::Error;
use crate::decimal::push_whole;
use crate::draws::{Draws, Stream, Topic};
use crate::patstat::family::{EP, Family, Member, NO_YEAR, OFFICES, Right, US, WO, Wording};
use crate::patstat::lands::Lands;
use crate::patstat::people::{self, People, Person, VARIANTS};
use crate::patstat::pool::Pool;
use crate::patstat::tables::{Tables, numbers, quoted};
use crate::patstat::texts;

/// Industries of NACE Rev. 2 that applications are attributed to.
const INDUSTRIES: [&str; 16] = [
    "20.1", "20.5", "21", "22.2", "23.1", "25.9", "26.1", "26.2", "26.3", "26.5", "27.1", "27.9",
    "28.1", "28.2", "29.3", "32.5",
];

/// Shares of one, two or three industries.
const SHARES: [&[&str]; 3] = [&["1"], &["0.75", "0.25"], &["0.5", "0.3", "0.2"]];

/// Persons in one file.
const PERSONS_A_PART: u64 = 1_000_000;

/// Writes families.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    pub(super) tables: Tables,
    pub(super) people: &'a People,
    pub(super) draws: Draws,
    /// Title and abstract with phrases, then without.
    pub(super) texts: [String; 4],
    pub(super) line: Vec<u8>,
}

impl Writer<'_> {
    /// Writes a family to all tables but that of persons.
    pub(super) fn family(
        &mut self,
        family: &Family,
        pool: &Pool,
        between: usize,
    ) -> Result<(), Error> {
        let mut stream = self.draws.stream(Topic::PatentFamily, &[family.key]);
        let [title, text, plain_title, plain_text] = &mut self.texts;
        let template = &family.template;
        texts::title(pool, &template.title, &mut stream, title);
        texts::text(pool, &template.phrases, between, &mut stream, text);
        let any = |plain: fn(&Member) -> bool| family.members.iter().any(plain);
        if any(|member| member.title == Wording::Plain) {
            texts::title(pool, "", &mut stream, plain_title);
        }
        if any(|member| member.text == Wording::Plain) {
            texts::text(pool, &[], between, &mut stream, plain_text);
        }
        for member in &family.members {
            self.application(family, member, &mut stream)?;
            self.words(member, pool, &mut stream)?;
            if member.right != Right::Artificial {
                self.parties(family, member, &mut stream)?;
            }
        }
        self.classes(family, &mut stream)
    }

    fn application(
        &mut self,
        family: &Family,
        member: &Member,
        stream: &mut Stream,
    ) -> Result<(), Error> {
        let line = &mut self.line;
        line.clear();
        let office = OFFICES[member.office].code;
        let day = [1 + stream.below(12), 1 + stream.below(28)];
        let kind = match (member.right, member.office) {
            (Right::Artificial, _) => "D ",
            (Right::UtilityModel, _) => "U ",
            (Right::Patent, WO) => "W ",
            (Right::Patent, _) => "A ",
        };
        let right = if member.right == Right::UtilityModel { "UM" } else { "PI" };
        let receiving = if member.office == WO { "IB" } else { "  " };
        numbers(line, &[member.id]);
        push(line, &[",\"", office, "\",\""]);
        numbers(line, &[member.id]);
        push(line, &["\",\"", kind, "\","]);
        date(line, member.filing, day);
        push(line, &[",\"", office]);
        numbers(line, &[member.id]);
        push(line, &["\",\"\",\"", right, "\",\"", receiving, "\","]);
        numbers(line, &[member.international]);
        let phase = |holds: bool| if holds { "\"Y\"," } else { "\"N\"," };
        let comes = member.international > 0 || member.office == WO;
        let (regional, nation) = (member.office == EP, member.office >= US);
        push(line, &[",", phase(comes), phase(regional), phase(nation)]);
        date(line, member.earliest, day);
        push(line, &[","]);
        numbers(line, &[member.id]);
        push(line, &[","]);
        let published = if member.filing == NO_YEAR { NO_YEAR } else { member.filing + 1 };
        date(line, published, day);
        push(line, &[",0,", phase(member.office != WO && stream.one_in(2))]);
        let size = |count: usize| u64::try_from(count).unwrap_or(0);
        let (applicants, inventors) = (size(family.applicants.len()), size(family.inventors.len()));
        let (members, citing) = (size(family.members.len()), stream.below(9));
        numbers(line, &[family.docdb, family.inpadoc, members, citing, applicants, inventors]);
        line.push(b'\n');
        self.tables.applications.row(line)
    }

    fn words(&mut self, member: &Member, pool: &Pool, stream: &mut Stream) -> Result<(), Error> {
        let language = OFFICES[member.office].language;
        let own = |(foreign, _): &&(&str, &str)| *foreign == language;
        let known: Vec<_> = pool.foreign.iter().filter(own).collect();
        let foreign = stream.pick(&known).map_or("", |(_, text)| *text);
        match member.title {
            Wording::Planted => self.tables.title(member.id, "en", &self.texts[0])?,
            Wording::Plain => self.tables.title(member.id, "en", &self.texts[2])?,
            Wording::Foreign => self.tables.title(member.id, language, foreign)?,
            Wording::None => {}
        }
        match member.text {
            Wording::Planted => self.tables.text(member.id, "en", &self.texts[1]),
            Wording::Plain => self.tables.text(member.id, "en", &self.texts[3]),
            Wording::Foreign => self.tables.text(member.id, language, foreign),
            Wording::None => Ok(()),
        }
    }

    /// The firms under the numbers of the office; in America the inventors apply too.
    fn parties(
        &mut self,
        family: &Family,
        member: &Member,
        stream: &mut Stream,
    ) -> Result<(), Error> {
        let firms: &[_] = if member.applicants { &family.applicants } else { &[] };
        for (place, (_, firm)) in (1..).zip(firms) {
            let person = People::of_firm(*firm, member.variant());
            self.tables.party(person, member.id, [place, 0])?;
        }
        let after = u64::try_from(firms.len()).unwrap_or(0);
        let stands = family.representative().is_some_and(|first| first.id == member.id);
        let apply = member.office == US && member.applicants && !stands && stream.one_in(2);
        for (place, (_, inventor)) in (1..).zip(&family.inventors) {
            let person = self.people.of_inventor(*inventor);
            let applicant = if apply { after + place } else { 0 };
            self.tables.party(person, member.id, [applicant, place])?;
        }
        Ok(())
    }

    /// The union over the members that count is the outline; the others are filed
    /// under something else.
    fn classes(&mut self, family: &Family, stream: &mut Stream) -> Result<(), Error> {
        let counted = family.counted().count().max(1);
        let mut place = 0;
        for member in &family.members {
            let counts = member.right == Right::Patent;
            let template = if counts { &family.template } else { &family.decoy };
            let holds = |at: usize| !counts || !family.spread || at % counted == place;
            for (at, symbol) in template.ipc.iter().enumerate().filter(|(at, _)| holds(*at)) {
                self.tables.ipc(member.id, *symbol, at == 0)?;
            }
            for (_, symbol) in template.cpc.iter().enumerate().filter(|(at, _)| holds(*at)) {
                self.tables.cpc(member.id, *symbol)?;
            }
            place += usize::from(counts);
            let shares = stream.pick(&SHARES).copied().unwrap_or(&[]);
            let start = stream.index(INDUSTRIES.len() - 3);
            for (code, share) in INDUSTRIES[start..].iter().zip(shares) {
                self.tables.industry(member.id, code, share)?;
            }
        }
        Ok(())
    }

    /// Writes the table of persons.
    pub(super) fn persons(&mut self, lands: &Lands) -> Result<(), Error> {
        let people = self.people;
        let part = people.count().div_ceil(2).clamp(1, PERSONS_A_PART);
        let mut written = 0;
        for land in 0..lands.all.len() {
            let firms = people.firms(land).flat_map(|f| (0..VARIANTS).map(move |v| (f, Some(v))));
            for (number, variant) in firms.chain(people.inventors(land).map(|i| (i, None))) {
                if written > 0 && written % part == 0 {
                    self.tables.persons.next()?;
                }
                written += 1;
                self.person(lands, land, number, variant)?;
            }
        }
        Ok(())
    }

    fn person(
        &mut self,
        lands: &Lands,
        land: usize,
        number: u64,
        variant: Option<u64>,
    ) -> Result<(), Error> {
        let people = self.people;
        let code = lands.all[land].code;
        let (id, person, names, sector) = match variant {
            Some(variant) => {
                let sector = match number % 8 {
                    0 => "UNIVERSITY",
                    1 => "GOV NON-PROFIT",
                    2 => "",
                    _ => "COMPANY",
                };
                let person = people.firm_at(lands, land, number, variant);
                (
                    People::of_firm(number, variant),
                    person,
                    people::firm_names(number, variant),
                    sector,
                )
            }
            None => {
                let person = people.inventor_at(lands, land, number);
                let names =
                    [format!("Demo, Inventor {number}"), format!("DEMO, INVENTOR {number}")];
                (people.of_inventor(number), person, names, "INDIVIDUAL")
            }
        };
        let [name, standard] = names;
        let Person { country, is_junk, nuts, level, .. } = person;
        let country = if is_junk { country } else { code.as_str() };
        let line = &mut self.line;
        line.clear();
        numbers(line, &[id]);
        for text in [name.as_str(), "", "", country, nuts] {
            line.push(b',');
            quoted(line, text);
        }
        line.push(b',');
        numbers(line, &[u64::from(level), id]);
        line.push(b',');
        quoted(line, &standard);
        line.push(b',');
        numbers(line, &[number]);
        line.push(b',');
        quoted(line, &standard);
        line.extend_from_slice(b",2,");
        quoted(line, sector);
        line.push(b',');
        numbers(line, &[number]);
        line.push(b',');
        quoted(line, &standard);
        line.extend_from_slice(b",0\n");
        self.tables.persons.row(line)
    }
}

fn push(line: &mut Vec<u8>, texts: &[&str]) {
    texts.iter().for_each(|text| line.extend_from_slice(text.as_bytes()));
}

/// Appends a date and its year; 9999-12-31 where there is none.
fn date(line: &mut Vec<u8>, year: u16, [month, day]: [u64; 2]) {
    let [month, day] = if year == NO_YEAR { [12, 31] } else { [month, day] };
    push_whole(line, u64::from(year));
    for part in [month, day] {
        push(line, &[if part < 10 { "-0" } else { "-" }]);
        push_whole(line, part);
    }
    line.push(b',');
    push_whole(line, u64::from(year));
}
