#include "workbench/ledger_dialog.h"

#include "workbench/fact_list.h"
#include "workbench/later.h"
#include "workbench/message_bar.h"
#include "workbench/questions.h"
#include "workbench/theme.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QTimeZone>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

using session::SentText;

constexpr int shownHash = 16; // characters of it; all of it is copied

qint64 startOf(const QDate &day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

QPlainTextEdit *makeReader(QWidget *parent, const QString &name)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    return text;
}

int monthNow()
{
    const QDate day = QDateTime::currentDateTimeUtc().date(); // as the budget counts
    return day.year() * 100 + day.month();
}

QString ofBudget(qint64 spent, const std::optional<qint64> &budget)
{
    const QLocale locale;
    return budget
               ? LedgerDialog::tr("%1 of %2 characters").arg(locale.toString(spent), locale.toString(*budget))
               : LedgerDialog::tr("%1 characters, no limit").arg(locale.toString(spent));
}

} // namespace

LedgerDialog::LedgerDialog(const QProcessEnvironment &environment, Questions &questions,
                           std::function<session::MachineSettings()> budget, QWidget *parent)
    : QDialog(parent)
    , m_environment(environment)
    , m_questions(questions)
    , m_budget(std::move(budget))
    , m_contents(std::make_shared<LedgerContents>())
    , m_model(new LedgerModel(this))
    , m_bar(new MessageBar(this))
    , m_documents(new QComboBox(this))
    , m_engines(new QComboBox(this))
    , m_periods(new QComboBox(this))
    , m_from(new QDateEdit(this))
    , m_until(new QDateEdit(this))
    , m_table(new QTableView(this))
    , m_facts(makeText(this))
    , m_text(makeReader(this, tr("The text, exactly as it left")))
    , m_request(makeReader(this, tr("The whole request, without the key")))
    , m_totals(makeText(this))
    , m_chain(makeText(this))
    , m_noted(new QLineEdit(this))
    , m_copy(new QPushButton(tr("&Copy the hash"), this))
    , m_refresh(new QPushButton(tr("&Refresh"), this))
    , m_export(new QPushButton(tr("&Export"), this))
    , m_formats(new QMenu(this))
{
    setWindowTitle(tr("What left this machine"));
    makeFilters();
    makeTable();
    layOut();
    connectAll();
    colour();
    refresh();
}

void LedgerDialog::makeFilters()
{
    m_periods->addItem(tr("At any time"), int(Period::All));
    m_periods->addItem(tr("Today"), int(Period::Today));
    m_periods->addItem(tr("In the last seven days"), int(Period::Week));
    m_periods->addItem(tr("This month"), int(Period::Month));
    m_periods->addItem(tr("Last month"), int(Period::LastMonth));
    m_periods->addItem(tr("From … to …"), int(Period::Days));
    m_documents->setAccessibleName(tr("Document"));
    m_engines->setAccessibleName(tr("Engine"));
    m_periods->setAccessibleName(tr("Time"));
    m_documents->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_documents->setMinimumContentsLength(28);
    m_engines->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_engines->setMinimumContentsLength(18);
    for (QDateEdit *day : {m_from, m_until}) {
        day->setCalendarPopup(true);
        day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        day->setDate(QDate::currentDate());
        day->hide();
    }
    m_from->setAccessibleName(tr("From"));
    m_until->setAccessibleName(tr("To"));
    m_formats->addAction(tr("&Everything, for whoever looks after security (JSON lines)…"), this,
                         &LedgerDialog::exportAll);
    m_formats->addAction(tr("What is shown, as &CSV for a spreadsheet…"), this,
                         [this] { exportShown(session::TableFormat::Csv); });
    m_formats->addAction(tr("What is shown, as &TSV…"), this,
                         [this] { exportShown(session::TableFormat::Tsv); });
    m_export->setMenu(m_formats);
}

void LedgerDialog::makeTable()
{
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 6);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(LedgerModel::Text, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    const std::array letters{22, 14, 16, 17, 11, 0, 10, 10, 18};
    m_table->horizontalHeader()->ensurePolished(); // its font decides how wide a word is
    for (int column = 0; column < static_cast<int>(letters.size()); ++column) {
        const int wanted = letter * letters.at(static_cast<std::size_t>(column)) + 14;
        if (column != LedgerModel::Text)
            m_table->setColumnWidth(column,
                                    qMax(wanted, m_table->horizontalHeader()->sectionSizeHint(column)));
    }
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Texts that left this machine"));
}

QWidget *LedgerDialog::makeDetails()
{
    auto *page = new QWidget(this);
    m_request->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *sides = new QSplitter(Qt::Horizontal, page);
    const auto side = [sides](const QString &caption, QPlainTextEdit *reader) {
        auto *box = new QWidget(sides);
        auto *label = new QLabel(caption, box);
        label->setBuddy(reader);
        auto *layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(label);
        layout->addWidget(reader, 1);
        sides->addWidget(box);
    };
    side(tr("The te&xt, exactly as it left"), m_text);
    side(tr("The whole re&quest, without the key"), m_request);
    sides->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_facts);
    layout->addWidget(sides, 1);
    return page;
}

void LedgerDialog::layOut()
{
    auto *filters = new QHBoxLayout;
    filters->setSpacing(8);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_documents), static_cast<QWidget *>(m_engines),
          static_cast<QWidget *>(m_periods), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_until)})
        filters->addWidget(widget);
    filters->addStretch(1);
    filters->addWidget(m_refresh);
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->addWidget(m_table);
    halves->addWidget(makeDetails());
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    halves->setChildrenCollapsible(false);
    auto *chain = new QHBoxLayout;
    chain->setSpacing(8);
    chain->addWidget(m_chain, 1);
    chain->addWidget(m_copy);
    chain->addWidget(m_noted);
    m_noted->setPlaceholderText(tr("A hash that you noted"));
    m_noted->setAccessibleName(
        tr("A hash that you noted, to find out whether the ledger still has its line"));
    m_noted->setToolTip(m_noted->accessibleName());
    m_noted->setFixedWidth(fontMetrics().averageCharWidth() * 30);
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_copy, m_refresh, m_export, close})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_export);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addLayout(filters);
    layout->addWidget(halves, 1);
    layout->addWidget(m_totals);
    layout->addLayout(chain);
    layout->addLayout(buttons);
    resize(1180, 680);
    m_table->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void LedgerDialog::connectAll()
{
    for (QComboBox *box : {m_documents, m_engines})
        connect(box, &QComboBox::currentIndexChanged, this, &LedgerDialog::applyFilter);
    connect(m_periods, &QComboBox::currentIndexChanged, this, [this] {
        const bool days = m_periods->currentData().toInt() == int(Period::Days);
        m_from->setVisible(days);
        m_until->setVisible(days);
        applyFilter();
    });
    for (QDateEdit *day : {m_from, m_until})
        connect(day, &QDateEdit::dateChanged, this, &LedgerDialog::applyFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LedgerDialog::showText);
    connect(m_refresh, &QPushButton::clicked, this, &LedgerDialog::refresh);
    connect(m_noted, &QLineEdit::returnPressed, this, &LedgerDialog::refresh);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_contents->sent.headHash); });
}

void LedgerDialog::refresh()
{
    const int turn = ++m_turn;
    ++m_busy;
    m_refresh->setEnabled(false);
    m_chain->setText(tr("Reading the ledger…"));
    whenDone(this, runLater([environment = m_environment, head = m_noted->text().trimmed()] {
                 return readLedger(environment, head);
             }),
             [this, turn](const Result<LedgerContentsPtr> &read) {
                 --m_busy;
                 if (turn == m_turn)
                     take(read);
             });
}

void LedgerDialog::take(const Result<LedgerContentsPtr> &read)
{
    m_refresh->setEnabled(true);
    if (!read) {
        m_chain->setText(QString());
        m_bar->show(MessageBar::Kind::Error, tr("The ledger cannot be read. %1").arg(read.error().text()));
        emit ready();
        return;
    }
    m_contents = *read;
    fillChoices();
    showChain();
    applyFilter();
}

/// What was chosen stays chosen, where it is still there.
void LedgerDialog::fillChoices()
{
    m_filling = true;
    const auto fill = [](QComboBox *box, const QString &all, const QStringList &names, auto shown) {
        const QString chosen = box->currentData().toString();
        box->clear();
        box->addItem(all);
        for (const QString &name : names) {
            box->addItem(shown(name), name);
            box->setItemData(box->count() - 1, name, Qt::ToolTipRole);
        }
        box->setCurrentIndex(qMax(0, box->findData(chosen)));
    };
    fill(m_documents, tr("All documents"), m_contents->documents,
         [](const QString &path) { return QFileInfo(path).fileName(); });
    fill(m_engines, tr("All engines"), m_contents->engines, ledgerEngineText);
    m_filling = false;
}

LedgerFilter LedgerDialog::filter() const
{
    LedgerFilter filter{m_documents->currentData().toString(), m_engines->currentData().toString()};
    const QDate today = QDate::currentDate();
    const QDate first(today.year(), today.month(), 1);
    switch (static_cast<Period>(m_periods->currentData().toInt())) {
    case Period::All:
        break;
    case Period::Today:
        filter.from = startOf(today);
        break;
    case Period::Week:
        filter.from = startOf(today.addDays(-6));
        break;
    case Period::Month:
        filter.from = startOf(first);
        break;
    case Period::LastMonth:
        filter.from = startOf(first.addMonths(-1));
        filter.until = startOf(first);
        break;
    case Period::Days:
        filter.from = startOf(qMin(m_from->date(), m_until->date()));
        filter.until = startOf(qMax(m_from->date(), m_until->date()).addDays(1));
        break;
    }
    return filter;
}

void LedgerDialog::applyFilter()
{
    if (m_filling)
        return;
    const int turn = ++m_filterTurn;
    ++m_busy;
    whenDone(this,
             runLater([contents = m_contents, filter = filter()] { return filtered(*contents, filter); }),
             [this, turn, contents = m_contents](const LedgerChoice &choice) {
                 --m_busy;
                 if (turn != m_filterTurn)
                     return;
                 const qint64 chosen = m_chosen;
                 m_model->show(contents, choice.places);
                 m_table->selectRow(qMax(0, m_model->rowOf(chosen)));
                 showText();
                 showTotals(choice);
                 emit ready();
             });
}

void LedgerDialog::showText()
{
    const SentText *text = m_model->at(m_table->currentIndex().row());
    const int turn = ++m_requestTurn;
    m_chosen = text == nullptr ? 0 : text->number;
    m_text->setPlainText(text == nullptr ? QString() : text->text);
    m_request->setPlainText(QString());
    if (text == nullptr) {
        m_facts->setText(m_contents->sent.texts.isEmpty()
                             ? tr("Nothing has left this machine.")
                             : tr("Nothing that left this machine fits the choice."));
        return;
    }
    const QLocale locale;
    QStringList facts{
        tr("Line %1").arg(text->number),
        QDateTime::fromMSecsSinceEpoch(text->time, QTimeZone::utc()).toString(Qt::ISODateWithMs),
        tr("%1, at %2").arg(ledgerEngineText(text->engine), text->host),
        QDir::toNativeSeparators(text->document),
        tr("segment %1").arg(m_model->segmentText(*text)),
        tr("%1 characters, %2 counted").arg(locale.toString(text->characters), locale.toString(text->cost)),
        outcomeText(*text)};
    if (!text->code.isEmpty())
        facts.append(text->code);
    if (!text->answerHash.isEmpty())
        facts.append(tr("answer %1…").arg(text->answerHash.left(shownHash)));
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    whenDone(this, runLater([environment = m_environment, request = text->request] {
                 return session::sentRequest(environment, request);
             }),
             [this, turn](const Result<QString> &request) {
                 if (turn == m_requestTurn)
                     m_request->setPlainText(request ? *request : request.error().text());
             });
}

void LedgerDialog::showTotals(const LedgerChoice &choice)
{
    const QLocale locale;
    const session::MachineSettings settings = m_budget();
    QStringList parts{tr("Shown: %n text(s), %1 characters counted", nullptr, m_model->rowCount())
                          .arg(locale.toString(choice.cost))};
    if (choice.uncertain > 0)
        parts.append(tr("%n of them may have been charged without an answer", nullptr, choice.uncertain));
    if (const QString document = m_documents->currentData().toString(); !document.isEmpty())
        parts.append(tr("this document: %1")
                         .arg(ofBudget(m_contents->documentCosts.value(document), settings.documentBudget)));
    parts.append(
        tr("this month: %1").arg(ofBudget(m_contents->monthCosts.value(monthNow()), settings.monthBudget)));
    m_totals->setText(parts.join(QStringLiteral("  ·  ")));
}

void LedgerDialog::showChain()
{
    const session::SentTexts &sent = m_contents->sent;
    QString text;
    if (sent.broken)
        text = tr("Line %1 of the ledger was changed, or lines before it are missing.").arg(*sent.broken);
    else if (sent.lines == 0)
        text = tr("The ledger is empty.");
    else
        text = tr("The ledger's chain holds: %n line(s), the last one's hash is %1….", nullptr,
                  static_cast<int>(sent.lines))
                   .arg(sent.headHash.left(shownHash));
    if (!m_noted->text().trimmed().isEmpty())
        text +=
            u' ' +
            (sent.hasHead
                 ? tr("The hash that you noted is in it.")
                 : tr("No line has the hash that you noted: its end was cut off, or it was written anew."));
    if (sent.clockWentBack)
        text += u' ' + tr("The clock went back between some lines; their order is that of their numbers.");
    m_chain->setText(text);
    m_copy->setEnabled(sent.lines > 0);
    colour();
}

void LedgerDialog::exportAll()
{
    const QString path = m_questions.fileToExport(
        this, QDir::home().filePath(QStringLiteral("verbale-ledger.jsonl")), tr("JSON lines (*.jsonl)"));
    if (path.isEmpty())
        return;
    whenDone(this, runLater([environment = m_environment, path] {
                 return session::exportLedger(environment, path);
             }),
             [this, path](const Result<void> &written) { tellExported(written, path); });
}

void LedgerDialog::exportShown(session::TableFormat format)
{
    const bool csv = format == session::TableFormat::Csv;
    const QString path = m_questions.fileToExport(
        this,
        QDir::home().filePath(csv ? QStringLiteral("verbale-ledger.csv")
                                  : QStringLiteral("verbale-ledger.tsv")),
        csv ? tr("Comma-separated values (*.csv)") : tr("Tab-separated values (*.tsv)"));
    if (path.isEmpty())
        return;
    whenDone(this, runLater([texts = m_model->shownTexts(), format, path] {
                 return session::exportTexts(texts, format, path);
             }),
             [this, path](const Result<void> &written) { tellExported(written, path); });
}

void LedgerDialog::tellExported(const Result<void> &written, const QString &path)
{
    if (written)
        m_bar->show(MessageBar::Kind::Info, tr("Written to %1.").arg(QDir::toNativeSeparators(path)));
    else
        m_bar->show(MessageBar::Kind::Error, tr("Not written: %1").arg(written.error().text()));
    emit ready();
}

void LedgerDialog::colour()
{
    QPalette palette = QApplication::palette();
    const Colours &colours = coloursOf(palette);
    palette.setColor(QPalette::WindowText, colours.quietText);
    m_facts->setPalette(palette);
    palette.setColor(QPalette::WindowText, m_contents->sent.holds() ? colours.text : colours.forbidden);
    m_chain->setPalette(palette);
}

void LedgerDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

QString LedgerDialog::exactText() const
{
    return m_text->toPlainText();
}

QString LedgerDialog::exactRequest() const
{
    return m_request->toPlainText();
}

QString LedgerDialog::facts() const
{
    return m_facts->text();
}

QString LedgerDialog::totals() const
{
    return m_totals->text();
}

QString LedgerDialog::chain() const
{
    return m_chain->text();
}

} // namespace verbale::workbench
