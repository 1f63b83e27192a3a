// The PIN pad: digits by touch, shown as dots; no keyboard comes up on a kiosk. Left alone it goes to rest, and so does a square that has ended.
import { leave } from "./navigate.js";

let leaving;

function wait() {
  clearTimeout(leaving);
  const stage = document.querySelector("[data-leave-seconds]");
  if (stage) leaving = setTimeout(leave, Number(stage.dataset.leaveSeconds) * 1000, "/rest");
}

function show(pad, pin) {
  pad.elements.pin.value = pin;
  pad.querySelectorAll(".pad-dots i").forEach((dot, place) => dot.classList.toggle("on", place < pin.length));
  pad.querySelector(".pad-complaint").replaceChildren();
}

document.addEventListener("click", (event) => {
  const pad = event.target.closest?.("[data-pad]");
  if (!pad) return;
  wait();
  const key = event.target.closest("button[type=button]");
  if (!key) return;
  const pin = pad.elements.pin.value;
  show(pad, "erase" in key.dataset ? pin.slice(0, -1) : (pin + key.dataset.digit).slice(0, 8));
});

document.addEventListener("page:shown", wait);
wait();
