// The PIN pad: digits by touch, shown as dots; no keyboard comes up on a kiosk.
const pad = document.querySelector("[data-pad]");

function show(pin) {
  pad.elements.pin.value = pin;
  pad.querySelectorAll(".pad-dots i").forEach((dot, place) => dot.classList.toggle("on", place < pin.length));
  pad.querySelector(".pad-complaint").replaceChildren();
}

pad?.addEventListener("click", (event) => {
  const key = event.target.closest("button[type=button]");
  if (!key) return;
  const pin = pad.elements.pin.value;
  show("erase" in key.dataset ? pin.slice(0, -1) : (pin + key.dataset.digit).slice(0, 8));
});
