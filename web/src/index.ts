// The bundle's face: `sextant.mount` and `sextant.mountAll` in a page, `sextant.svg` in QuickJS.
import "./platform";

export { svg } from "./svg";
export { mount, mountAll } from "./browser/mount";
import { whenReady } from "./browser/mount";

whenReady();
