//! AND, OR and NOT over the atoms found.

use super::found::ones;

/// A query in terms of atoms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// One of these atoms was found.
    Any(Mask),
    /// All of them hold.
    And(Vec<Node>),
    /// One of them holds.
    Or(Vec<Node>),
    /// The first holds and the second does not.
    Not(Box<Node>, Box<Node>),
}

/// Some bits of a set: which word, and which of its bits.
pub(super) type Mask = Vec<(usize, u64)>;

impl Node {
    pub(super) fn atom(atom: usize) -> Self {
        Self::Any(vec![(atom / 64, 1 << (atom % 64))])
    }

    /// An OR in which atoms, however deep in further ORs, are asked for together.
    pub(super) fn or(members: Vec<Self>) -> Self {
        let mut mask = Mask::new();
        let mut others = Vec::new();
        members.into_iter().for_each(|member| gather(member, &mut mask, &mut others));
        if others.is_empty() {
            return Self::Any(mask);
        }
        if !mask.is_empty() {
            others.insert(0, Self::Any(mask));
        }
        match others.len() {
            1 => others.remove(0),
            _ => Self::Or(others),
        }
    }

    fn holds(&self, found: &[u64]) -> bool {
        match self {
            Self::Any(mask) => {
                mask.iter().any(|(at, bits)| found.get(*at).unwrap_or(&0) & bits != 0)
            }
            Self::And(members) => members.iter().all(|member| member.holds(found)),
            Self::Or(members) => members.iter().any(|member| member.holds(found)),
            Self::Not(first, second) => first.holds(found) && !second.holds(found),
        }
    }

    /// The atoms of which at least one is there when the query holds: what stands
    /// behind a NOT is not among them.
    fn needed(&self, each: &mut impl FnMut(usize)) {
        match self {
            Self::Any(mask) => {
                mask.iter().for_each(|(at, bits)| ones(*bits).for_each(|bit| each(at * 64 + bit)));
            }
            Self::Or(members) => members.iter().for_each(|member| member.needed(each)),
            // Any member would do: the first may as well.
            Self::And(members) => members.iter().take(1).for_each(|member| member.needed(each)),
            Self::Not(first, _) => first.needed(each),
        }
    }
}

fn gather(node: Node, mask: &mut Mask, others: &mut Vec<Node>) {
    match node {
        Node::Any(bits) => bits.into_iter().for_each(|(at, bits)| {
            match mask.iter_mut().find(|(word, _)| *word == at) {
                Some((_, mine)) => *mine |= bits,
                None => mask.push((at, bits)),
            }
        }),
        Node::Or(members) => members.into_iter().for_each(|member| gather(member, mask, others)),
        Node::And(_) | Node::Not(..) => others.push(node),
    }
}

/// All queries.
pub(super) struct Program {
    queries: Vec<Node>,
    /// For each atom, one bit for each query that may hold because of it.
    touched: Vec<u64>,
    /// Words of `touched` for one atom.
    width: usize,
}

impl Program {
    pub(super) fn new(queries: Vec<Node>, atoms: usize) -> Self {
        let width = queries.len().div_ceil(64);
        let mut touched = vec![0; width * atoms];
        for (query, node) in queries.iter().enumerate() {
            node.needed(&mut |atom| touched[atom * width + query / 64] |= 1 << (query % 64));
        }
        Self { queries, touched, width }
    }

    /// The queries that hold, by position.
    pub(super) fn tags(&self, found: &[u64]) -> impl Iterator<Item = usize> {
        (0..self.width)
            .flat_map(move |part| ones(self.touched(found, part)).map(move |bit| part * 64 + bit))
            .filter(move |query| self.queries[*query].holds(found))
    }

    /// Sixty-four queries that the atoms found may make hold.
    fn touched(&self, found: &[u64], part: usize) -> u64 {
        let atoms = found
            .iter()
            .enumerate()
            .flat_map(|(at, word)| ones(*word).map(move |bit| at * 64 + bit));
        atoms.fold(0, |touched, atom| {
            touched | self.touched.get(atom * self.width + part).unwrap_or(&0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn atoms_in_nested_ors_are_asked_for_together() {
        let both = Node::And(vec![Node::atom(1), Node::atom(2)]);
        let inner = Node::or(vec![Node::atom(3), Node::atom(70)]);
        let or = Node::or(vec![Node::atom(0), inner.clone(), both.clone()]);
        assert_eq!(or, Node::Or(vec![Node::Any(vec![(0, 0b1001), (1, 1 << 6)]), both]));
        assert_eq!(Node::or(vec![inner]), Node::Any(vec![(0, 0b1000), (1, 1 << 6)]));
    }

    #[test]
    fn queries_hold_as_their_atoms_say() {
        let without = Node::Not(Box::new(Node::atom(0)), Box::new(Node::atom(1)));
        let both = Node::And(vec![Node::atom(1), Node::atom(65)]);
        let program = Program::new(vec![without, both, Node::atom(1)], 66);
        let tags = |found: [u64; 2]| program.tags(&found).collect::<Vec<_>>();
        assert_eq!(tags([0, 0]), [0_usize; 0]);
        assert_eq!(tags([1, 0]), [0]);
        assert_eq!(tags([3, 0]), [2]);
        assert_eq!(tags([2, 2]), [1, 2]);
    }
}
