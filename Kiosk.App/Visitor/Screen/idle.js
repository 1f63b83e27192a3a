// After a while without a touch the screen asks, counts down in sight, and goes to rest. Any touch stays.
import { end } from "./count.js";

const countdownSeconds = 20; // WCAG 2.2, 2.2.1: at least 20 seconds to stay, by a simple action
let waiting, ending;

const panel = () => document.querySelector(".idle");

function wait() {
  clearTimeout(waiting);
  clearTimeout(ending);
  if (panel()) {
    panel().hidden = true;
    waiting = setTimeout(ask, Number(document.body.dataset.idleSeconds) * 1000);
  }
}

function ask() {
  panel().style.setProperty("--countdown", `${countdownSeconds}s`);
  panel().hidden = false;
  ending = setTimeout(() => end("idle", "/rest"), countdownSeconds * 1000);
}

// The touch that stays does nothing else: the panel lies over everything and takes it.
for (const sign of ["pointerdown", "keydown", "wheel"]) document.addEventListener(sign, wait, { passive: true });
document.addEventListener("click", (event) => {
  if (event.target.closest?.(".idle")) event.stopImmediatePropagation();
}, { capture: true });
document.addEventListener("page:shown", wait);
wait();
