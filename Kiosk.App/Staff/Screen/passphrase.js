// A passphrase can be looked at while it is typed; what is sent is hidden again.
for (const button of document.querySelectorAll(".shows-passphrase")) {
  const fields = [...button.form.querySelectorAll("[type=password]")];
  const show = (shown) => {
    button.setAttribute("aria-pressed", shown);
    for (const field of fields) field.type = shown ? "text" : "password";
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-pressed") === "false"));
  button.form.addEventListener("submit", () => show(false));
  button.hidden = false;
}
