// Holding the house's sign for five seconds opens pairing; a ring fills meanwhile. A short touch does nothing more than it does anyway.
import { end } from "./count.js";

const holdFor = 5000; // milliseconds: nobody rests a finger that long by chance
let timer;

function letGo() {
  clearTimeout(timer);
  document.querySelector(".holding")?.classList.remove("holding");
}

document.addEventListener("pointerdown", (event) => {
  letGo();
  const sign = event.isPrimary && event.target.closest?.(".sign, .rest-sign");
  if (!sign) return;
  sign.classList.add("holding");
  timer = setTimeout(() => end("start-over", `/pairing?in=${document.documentElement.lang}`), holdFor);
});

for (const over of ["pointerup", "pointercancel", "page:shown", "scroll"]) document.addEventListener(over, letGo, { capture: true });
