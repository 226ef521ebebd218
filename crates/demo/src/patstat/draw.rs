//! Chance makes a family.

use std::rc::Rc;

use crate::draws::{Stream, Topic};
use crate::patstat::calendar::LAST;
use crate::patstat::family::{EP, Family, Member, NO_YEAR, OFFICES, Right, US, WO, Wording};
use crate::patstat::lands::Lands;
use crate::patstat::people::People;
use crate::patstat::templates::{Template, Templates};
use crate::patstat::themes::Themes;
use crate::world::World;

/// Numbers of artificial applications begin behind this one.
const ARTIFICIAL: u64 = 900_000_000;

/// Numbers of applications and families begin behind these.
const APPLICATIONS: u64 = 1_000_000;
const FAMILIES: u64 = 30_000_000;

/// Numbers kept free for the named families.
pub(super) const RESERVED: std::ops::Range<u64> = 45_574_000..45_577_000;

/// What families are drawn from.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) lands: &'a Lands,
    pub(super) people: &'a People,
    pub(super) themes: &'a Themes,
    pub(super) templates: &'a Templates<'a>,
}

/// The next numbers to be given away.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    application: u64,
    artificial: u64,
    family: u64,
}

impl Numbers {
    pub(super) fn new() -> Self {
        Self { application: APPLICATIONS, artificial: ARTIFICIAL, family: FAMILIES }
    }

    fn application(&mut self) -> u64 {
        self.application += 1;
        if RESERVED.contains(&self.application) {
            self.application = RESERVED.end;
        }
        self.application
    }

    fn artificial(&mut self) -> u64 {
        self.artificial += 1;
        self.artificial
    }

    fn family(&mut self) -> u64 {
        self.family += 1;
        self.family
    }
}

impl Source<'_> {
    /// The `at`-th family of a priority year, transnational or purely national.
    pub(super) fn family(
        &self,
        (year, at, national): (u16, u64, bool),
        numbers: &mut Numbers,
    ) -> Family {
        let key = [u64::from(year), at, u64::from(national)];
        let mut stream = self.world.draws.stream(Topic::PatentFamily, &key);
        let home = self.lands.at(year, stream.bits());
        let template = self.template(home, year, &mut stream);
        let decoy = self.template(home, year, &mut stream);
        let mut members = self.members(home, year, national, &mut stream);
        surprise(&mut members, year, &mut stream);
        number(&mut members, numbers, &mut stream);
        let docdb = numbers.family();
        // Now and then an extended family holds two simple ones.
        let inpadoc = docdb - u64::from(docdb.is_multiple_of(16));
        let applicants = self.applicants(home, year, &mut stream);
        let inventors = self.inventors(&applicants, &mut stream);
        let spread = stream.one_in(3);
        let key = stream.bits();
        Family { docdb, inpadoc, members, applicants, inventors, template, decoy, spread, key }
    }

    fn template(&self, home: usize, year: u16, stream: &mut Stream) -> Rc<Template> {
        let theme = self.themes.draw(home, year, stream);
        self.templates.draw(theme, stream)
    }

    /// The applications, in the order in which one comes from the other.
    fn members(&self, home: usize, year: u16, national: bool, stream: &mut Stream) -> Vec<Member> {
        let code = self.lands.all[home].code;
        let office = OFFICES.iter().position(|office| office.code == code.as_str()).unwrap_or(US);
        let later = (year + u16::from(!stream.one_in(3))).min(LAST);
        let first = Member::new(office, year, year);
        let [wo, ep] = [WO, EP].map(|office| Member::new(office, later, year));
        let (mut members, abroad) = match (national, stream.below(100)) {
            (true, 0..70) => (vec![first], 0),
            (true, _) => (vec![first], 1 + stream.below(2)),
            (false, 0..18) => (vec![wo], 0),
            (false, 18..30) => (vec![first, wo], 0),
            (false, 30..72) => (vec![first, wo, ep], stream.below(4)),
            (false, 72..92) => (vec![first, ep], stream.below(4)),
            (false, _) => (vec![first, wo], 1 + stream.below(3)),
        };
        for _ in 0..abroad {
            let office = US + stream.index(OFFICES.len() - US);
            if members.iter().all(|member| member.office != office) {
                members.push(Member::new(office, later, year));
            }
        }
        for member in &mut members {
            word(member, stream);
        }
        members
    }

    /// One applicant mostly, now and then many.
    fn applicants(&self, home: usize, year: u16, stream: &mut Stream) -> Vec<(usize, u64)> {
        let count = match stream.below(800) {
            0..576 => 1,
            576..712 => 2,
            712..760 => 3,
            760..792 => 4,
            792..798 => 5 + stream.below(16),
            _ => 25,
        };
        let mut applicants: Vec<(usize, u64)> = Vec::new();
        for at in 0..count {
            let own = at == 0 || !stream.one_in(3);
            let land = if own { home } else { self.lands.at(year, stream.bits()) };
            let mut firm = self.people.firm(land, stream);
            let firms = self.people.firms(land);
            while applicants.contains(&(land, firm)) {
                firm = if firm + 1 < firms.end { firm + 1 } else { firms.start };
            }
            applicants.push((land, firm));
        }
        applicants
    }

    fn inventors(&self, applicants: &[(usize, u64)], stream: &mut Stream) -> Vec<(usize, u64)> {
        let mut inventors = Vec::new();
        for _ in 0..=stream.below(4) {
            let Some((land, _)) = stream.pick(applicants) else { break };
            let all = self.people.inventors(*land);
            let inventor = (*land, all.start + stream.below(all.end - all.start));
            if !inventors.contains(&inventor) {
                inventors.push(inventor);
            }
        }
        inventors
    }
}

/// What an office publishes of an application in English.
fn word(member: &mut Member, stream: &mut Stream) {
    use Wording::{Foreign, None, Plain, Planted};
    let (title, text) = (stream.below(40), stream.below(40));
    let english = member.office <= US;
    member.title = match title {
        0..3 => Foreign,
        3 => None,
        4 => Plain,
        5..14 if !english => Foreign,
        14..18 if !english => Plain,
        _ => Planted,
    };
    member.text = match text {
        0 => Foreign,
        1..4 => None,
        4 => Plain,
        // A European application that comes from an international one has no abstract.
        5..20 if member.office == EP => None,
        5..24 if !english => None,
        24..28 if !english => Foreign,
        _ => Planted,
    };
}

/// What real data surprises with.
fn surprise(members: &mut Vec<Member>, year: u16, stream: &mut Stream) {
    match stream.below(1000) {
        // No year at all, or none for one member, or a later one for one.
        0..2 => members.iter_mut().for_each(|member| member.earliest = NO_YEAR),
        2..12 if members.len() > 1 => members[0].earliest = NO_YEAR,
        12..32 if members.len() > 1 => members[0].earliest = (year + 1).min(LAST),
        _ => {}
    }
    if stream.one_in(200) {
        members.iter_mut().for_each(|member| member.filing = NO_YEAR);
    }
    // Applicants are missing at one office, never at all.
    if stream.one_in(25) && members.len() > 1 {
        let at = stream.index(members.len());
        members[at].applicants = false;
    }
    if stream.one_in(30) {
        let office = members.iter().map(|member| member.office).find(|office| *office > US);
        let (office, right) = (office.unwrap_or(US), Right::UtilityModel);
        let (title, text) = (Wording::Plain, Wording::Plain);
        members.push(Member { right, title, text, ..Member::new(office, year, year - 1) });
    }
    if stream.one_in(100) {
        let (right, title, text) = (Right::Artificial, Wording::None, Wording::None);
        let earliest = year - 2;
        members.push(Member { right, title, text, ..Member::new(EP, year, earliest) });
    }
}

/// Gives the members numbers in some order, and links those that come from the
/// international application to it.
fn number(members: &mut [Member], numbers: &mut Numbers, stream: &mut Stream) {
    let turn = stream.index(members.len());
    members.rotate_left(turn);
    for member in members.iter_mut() {
        let artificial = member.right == Right::Artificial;
        member.id = if artificial { numbers.artificial() } else { numbers.application() };
    }
    let pct =
        members.iter().find(|member| member.office == WO).map(|member| (member.id, member.filing));
    let Some((pct, filing)) = pct else { return };
    for member in members.iter_mut().filter(|member| member.right == Right::Patent) {
        // What was filed later than the first application entered from the PCT.
        let enters = member.office == EP || (member.office != WO && !stream.one_in(3));
        if enters && member.filing == filing {
            member.international = pct;
        }
    }
    members.sort_by_key(|member| member.id);
}
