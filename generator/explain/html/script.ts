/** Filters cards, rows and the list beside them; `?q=` fills it in. The page is whole without it. */
export const script = `
const label = document.querySelector(".filter");
const input = label.querySelector("input");
const none = document.querySelector(".none");
const things = [...document.querySelectorAll("article.card, [data-row]")].map(
  (element) => ({ element, text: element.textContent.toLowerCase() }),
);
const sections = [...document.querySelectorAll("section.list")];
label.hidden = false;
const filter = () => {
  const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let left = 0;
  for (const { element, text } of things) {
    const fits = words.every((word) => text.includes(word));
    element.hidden = !fits;
    if (fits && !element.closest("nav")) left += 1;
  }
  for (const section of sections)
    section.hidden = !section.querySelector("[data-row]:not([hidden])");
  none.hidden = left > 0;
};
input.addEventListener("input", filter);
input.value = new URLSearchParams(location.search).get("q") ?? "";
if (input.value !== "") filter();
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.target === input) return;
  event.preventDefault();
  input.focus();
});
`;
