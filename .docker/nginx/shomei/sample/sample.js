// Names come percent-encoded, because headers hold ASCII.
for (const value of document.querySelectorAll('[data-encoded]')) {
  value.textContent = decodeURIComponent(value.textContent);
}
