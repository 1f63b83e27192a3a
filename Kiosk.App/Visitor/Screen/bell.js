// A touch on "a person" rings on the house's tablets at once; the page it leads to says so, and has a button that rings without this.
import { linkOf } from "./navigate.js";

document.addEventListener("click", (event) => {
  const link = linkOf(event);
  if (link?.hasAttribute("data-ring")) fetch(link.pathname, { method: "POST", keepalive: true }).catch(() => {});
}, { capture: true });
