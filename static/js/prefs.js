// Runs before the first paint, so that a reader who chose large text or high contrast sees no flash of the ordinary page.
// A classic script on purpose: modules wait until the document is parsed.
(() => {
  try {
    const size = localStorage.getItem("text-size");
    if (size) document.documentElement.dataset.textSize = size;
    if (localStorage.getItem("contrast") === "high") document.documentElement.dataset.contrast = "high";
  } catch {
    // Storage is closed to us (a privacy setting): the page keeps its ordinary look.
  }
})();
