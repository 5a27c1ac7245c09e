// Names come percent-encoded, because headers hold ASCII.
for (const value of document.querySelectorAll('[data-encoded]')) {
  value.textContent = decodeURIComponent(value.textContent);
}

const tell = (faults) => {
  const missing = document.getElementById('missing');
  missing.textContent = faults.join(' ');
  missing.hidden = faults.length === 0;
};

// The first page of a trade: what was not chosen is named, else the form that fits opens in the same window.
document.getElementById('start')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = new FormData(event.target);
  const missing = [...event.target.querySelectorAll('[data-choice]')].filter(({ dataset }) => !chosen.get(dataset.choice));
  tell(missing.map((group) => `${group.querySelector('legend').firstChild.textContent.trim()}を選んでください。`));
  if (missing.length === 0) {
    location.assign(`${chosen.get('order')}/?${new URLSearchParams({ trade: chosen.get('trade'), form: chosen.get('form') })}`);
  }
});

// The form of a trade: what it holds is compared with the limits that the proxy was told. A trading system does so on its server.
const entry = document.getElementById('entry');
if (entry) {
  const given = new URLSearchParams(location.search);
  const form = given.get('form') === 'PERIOD' ? 'PERIOD' : 'FIXED_DATE';
  const selling = given.get('trade') === 'EXPORT';
  document.getElementById('chosen').textContent =
    `${selling ? '輸出' : '輸入'}・${form === 'PERIOD' ? '特定期間取引' : '確定日取引'}`;
  for (const field of entry.querySelectorAll('[data-form]')) {
    field.hidden = field.dataset.form !== form;
  }
  entry.addEventListener('submit', (event) => {
    event.preventDefault();
    const labels = [...entry.querySelectorAll('label')].filter((label) => !label.hidden);
    const faults = labels
      .filter((label) => label.querySelector('input').value.trim() === '')
      .map((label) => `${label.firstChild.textContent.trim()}を入力してください。`);
    const allowed = document.getElementById(selling ? 'sell' : 'buy').textContent.trim();
    const currency = entry.elements.currency.value.trim().toUpperCase();
    if (currency && allowed !== 'ANY' && !allowed.split(',').includes(currency)) faults.push(`${currency}は取引できない通貨です。`);
    const most = document.getElementById('max').textContent.trim();
    if (most !== 'ANY' && !(Number(entry.elements.amount.value) <= Number(most))) faults.push(`金額は${most}円までです。`);
    tell(faults);
    document.getElementById('result').textContent = faults.length === 0 ? '入力を確認しました。取引は行いません。' : '';
  });
}
