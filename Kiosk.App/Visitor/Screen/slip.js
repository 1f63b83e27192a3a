// A touch on a slip's button prints it, once, and says what became of it.
import { send } from "./navigate.js";
import { printHere } from "./print.js";

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-prints]")) return;
  event.preventDefault();
  const waiting = document.querySelector("#printing").content.cloneNode(true);
  const sent = await send(form, waiting, form.dataset.couldNot);
  if (sent && form.dataset.prints === "browser") await printHere();
});
