// The only addresses outside of their folder that fact sheets may link to, each with its reason.
// A reader's click on one leaves what the edition wrote: keep the list short. An address is allowed
// when it begins with one of these.
const ALLOWED = [
  // (none yet: sources are cited in words)
];

/** Whether a sheet may link to `address`. */
export const mayLinkTo = (address) => ALLOWED.some((start) => address.startsWith(start));
