// A passphrase can be looked at while it is typed; what is sent is hidden again.
for (const choice of document.querySelectorAll("[data-shows-passphrase]")) {
  const box = choice.querySelector("input");
  const fields = [...choice.closest("form").querySelectorAll("[type=password]")];
  const turn = () => fields.forEach((field) => (field.type = box.checked ? "text" : "password"));
  box.checked = false;
  box.addEventListener("change", turn);
  choice.closest("form").addEventListener("submit", () => ((box.checked = false), turn()));
  choice.hidden = false;
}
