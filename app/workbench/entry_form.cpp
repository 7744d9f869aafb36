#include "workbench/entry_form.h"

#include "workbench/field_keys.h"
#include "workbench/status.h"
#include "workbench/term_lines.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

const QString vietnameseTag = QStringLiteral("vi");
const QString englishTag = QStringLiteral("en");

QComboBox *makeChoice(QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    return box;
}

QPlainTextEdit *makeText(QWidget *parent, int lines)
{
    auto *text = new QPlainTextEdit(parent);
    text->setTabChangesFocus(true);
    text->setFixedHeight(text->fontMetrics().lineSpacing() * lines + 14);
    return text;
}

/// What was typed; what nobody touched stays as it came.
QString valueOf(const QString &shown, const QString &came)
{
    return shown == came ? came : shown.normalized(QString::NormalizationForm_C).trimmed();
}

bool isContext(const glossary::Property &property)
{
    return property.kind == QLatin1String("descrip") && property.name == QLatin1String("context");
}

/// The entry's first example sentence, wherever it stands; nullptr: there is none.
glossary::Property *contextOf(glossary::ConceptEntry &entry)
{
    for (glossary::Property &property : entry.extra) {
        if (isContext(property))
            return &property;
    }
    for (glossary::Term &term : entry.terms) {
        for (glossary::Property &property : term.extra) {
            if (isContext(property))
                return &property;
        }
    }
    return nullptr;
}

void putContext(glossary::ConceptEntry &entry, const QString &text)
{
    glossary::Property *known = contextOf(entry);
    if (known != nullptr && !text.isEmpty()) {
        known->value = text;
    } else if (known != nullptr) {
        const glossary::Property gone = *known;
        entry.extra.removeOne(gone);
        for (glossary::Term &term : entry.terms) {
            if (term.extra.removeOne(gone))
                break;
        }
    } else if (!text.isEmpty() && !entry.terms.isEmpty()) {
        // Termbases keep an example with a term.
        entry.terms.first().extra.append({QStringLiteral("descrip"), QStringLiteral("context"), text});
    }
}

QLabel *makeTitle(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QToolButton *makeAdd(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

EntryForm::EntryForm(QWidget *parent) : QWidget(parent), m_scroll(new QScrollArea(this)), m_column(nullptr)
{
    makeFields();
    layOut();
    for (TermLines *rows : {m_vietnamese, m_english})
        connect(rows, &TermLines::edited, this, [this] {
            if (!m_filling)
                emit edited();
        });
    const auto tell = [this] {
        markDates();
        if (!m_filling)
            emit edited();
    };
    for (QComboBox *box : {m_domain, m_partOfSpeech, m_authority}) {
        connect(box, &QComboBox::currentTextChanged, this, tell);
        shareUndoKeys(box->lineEdit());
    }
    for (QLineEdit *field : {m_from, m_to}) {
        connect(field, &QLineEdit::textChanged, this, tell);
        shareUndoKeys(field);
    }
    for (QPlainTextEdit *text : {m_note, m_example}) {
        connect(text, &QPlainTextEdit::textChanged, this, tell);
        shareUndoKeys(text);
    }
    connect(m_addVietnamese, &QToolButton::clicked, m_vietnamese, &TermLines::addRow);
    connect(m_addEnglish, &QToolButton::clicked, m_english, &TermLines::addRow);
    retranslate();
    setEntry({});
}

void EntryForm::makeFields()
{
    auto *page = new QWidget(m_scroll);
    m_column = new QVBoxLayout(page);
    m_vietnameseTitle = makeTitle(page);
    m_vietnamese = new TermLines(vietnameseTag, page);
    m_addVietnamese = makeAdd(page);
    m_englishTitle = makeTitle(page);
    m_english = new TermLines(englishTag, page);
    m_addEnglish = makeAdd(page);
    m_domain = makeChoice(page);
    m_partOfSpeech = makeChoice(page);
    m_partOfSpeech->addItems({QString(), QStringLiteral("noun"), QStringLiteral("proper noun"),
                              QStringLiteral("phrase"), QStringLiteral("verb"), QStringLiteral("adjective"),
                              QStringLiteral("adverb")});
    m_authority = makeChoice(page);
    m_from = new QLineEdit(page);
    m_until = new QLabel(page);
    m_to = new QLineEdit(page);
    m_note = makeText(page, 3);
    m_example = makeText(page, 2);
    m_other = new QLabel(page);
    m_other->setWordWrap(true);
    m_other->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_scroll->setWidget(page);
    // The wheel scrolls the form: it would change a choice under the mouse without a word.
    for (QComboBox *box : page->findChildren<QComboBox *>()) {
        box->setFocusPolicy(Qt::StrongFocus);
        box->installEventFilter(this);
    }
}

void EntryForm::layOut()
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(14, 10, 14, 14);
    m_column->setSpacing(6);
    const auto head = [this](QLabel *title, QToolButton *add) {
        auto *row = new QHBoxLayout;
        row->addWidget(title, 1);
        row->addWidget(add);
        m_column->addLayout(row);
    };
    head(m_vietnameseTitle, m_addVietnamese);
    m_column->addWidget(m_vietnamese);
    m_column->addSpacing(4);
    head(m_englishTitle, m_addEnglish);
    m_column->addWidget(m_english);
    m_column->addSpacing(8);
    auto *dates = new QHBoxLayout;
    dates->setSpacing(8);
    dates->addWidget(m_from, 1);
    dates->addWidget(m_until);
    dates->addWidget(m_to, 1);
    m_fields = new QFormLayout;
    m_fields->setHorizontalSpacing(12);
    m_fields->setVerticalSpacing(6);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->addRow(QStringLiteral("d"), m_domain);
    m_fields->addRow(QStringLiteral("p"), m_partOfSpeech);
    m_fields->addRow(QStringLiteral("a"), m_authority);
    m_fields->addRow(QStringLiteral("v"), dates);
    m_fields->addRow(QStringLiteral("n"), m_note);
    m_fields->addRow(QStringLiteral("e"), m_example);
    static_cast<QLabel *>(m_fields->labelForField(dates))->setBuddy(m_from);
    m_column->addLayout(m_fields);
    m_column->addWidget(m_other);
    m_column->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void EntryForm::addAbove(QWidget *widget)
{
    m_column->insertWidget(m_above++, widget);
}

void EntryForm::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->count() - 1, widget);
}

void EntryForm::setEntry(const glossary::ConceptEntry &entry)
{
    fillFields(entry);
    m_baseline = this->entry();
}

void EntryForm::putTyped(const glossary::ConceptEntry &entry)
{
    fillFields(entry);
    emit edited();
}

void EntryForm::fillFields(const glossary::ConceptEntry &entry)
{
    auto *line = qobject_cast<QLineEdit *>(focusWidget());
    const int cursor = line != nullptr ? line->cursorPosition() : 0;
    m_filling = true;
    m_came = entry;
    m_vietnamese->setTerms(entry.termsIn(vietnameseTag));
    m_english->setTerms(entry.termsIn(englishTag));
    m_domain->setEditText(entry.domain);
    m_partOfSpeech->setEditText(entry.partOfSpeech);
    m_authority->setEditText(entry.authority);
    for (QComboBox *box : {m_domain, m_partOfSpeech, m_authority})
        box->lineEdit()->setCursorPosition(0);
    m_from->setText(entry.validFrom);
    m_to->setText(entry.validTo);
    m_note->setPlainText(entry.note);
    glossary::ConceptEntry copy = entry;
    const glossary::Property *context = contextOf(copy);
    m_example->setPlainText(context != nullptr ? context->value : QString());
    showOther();
    m_filling = false;
    if (line != nullptr && line->isVisible())
        line->setCursorPosition(cursor);
}

glossary::ConceptEntry EntryForm::entry() const
{
    glossary::ConceptEntry entry = m_came;
    entry.terms = m_vietnamese->terms() + m_english->terms();
    for (const glossary::Term &term : m_came.terms) {
        if (!glossary::sameLanguage(term.language, vietnameseTag) &&
            !glossary::sameLanguage(term.language, englishTag))
            entry.terms.append(term);
    }
    entry.domain = valueOf(m_domain->currentText(), m_came.domain);
    entry.partOfSpeech = valueOf(m_partOfSpeech->currentText(), m_came.partOfSpeech);
    entry.authority = valueOf(m_authority->currentText(), m_came.authority);
    entry.validFrom = valueOf(m_from->text(), m_came.validFrom);
    entry.validTo = valueOf(m_to->text(), m_came.validTo);
    entry.note = valueOf(m_note->toPlainText(), m_came.note);
    glossary::ConceptEntry copy = m_came;
    const glossary::Property *context = contextOf(copy);
    putContext(entry, valueOf(m_example->toPlainText(), context != nullptr ? context->value : QString()));
    return entry;
}

bool EntryForm::isModified() const
{
    return entry() != m_baseline;
}

QString EntryForm::problem() const
{
    const glossary::ConceptEntry now = entry();
    if (now.termsIn(vietnameseTag).isEmpty())
        return tr("The entry has no Vietnamese term yet.");
    if (now.termsIn(englishTag).isEmpty())
        return tr("The entry has no English term yet.");
    for (const QString &date : {now.validFrom, now.validTo}) {
        if (!date.isEmpty() && !glossary::isReducedDate(date))
            return tr("“%1” is no date. Write 2025, 2025-03 or 2025-03-01.").arg(date);
    }
    return {};
}

void EntryForm::setChoices(const QStringList &domains, const QStringList &authorities)
{
    const auto fill = [](QComboBox *box, const QStringList &choices) {
        const QSignalBlocker quiet(box);
        const QString text = box->currentText();
        const int cursor = box->lineEdit()->cursorPosition();
        box->clear();
        box->addItem(QString());
        box->addItems(choices);
        box->setEditText(text);
        box->lineEdit()->setCursorPosition(cursor);
    };
    fill(m_domain, domains);
    fill(m_authority, authorities);
}

void EntryForm::takeFocus()
{
    m_scroll->ensureVisible(0, 0);
    m_vietnamese->takeFocus();
}

void EntryForm::markDates()
{
    for (QLineEdit *field : {m_from, m_to}) {
        const bool wrong = !field->text().isEmpty() && !glossary::isReducedDate(field->text().trimmed());
        QPalette colours = palette();
        if (wrong)
            colours.setColor(QPalette::Text, coloursOf(colours).forbidden);
        field->setPalette(colours);
    }
}

/// What stands in no field: terms of other languages, properties of the entry and of its terms.
void EntryForm::showOther()
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        lines.append(QStringLiteral("<b>%1</b> %2").arg(name.toHtmlEscaped(), value.toHtmlEscaped()));
    };
    glossary::ConceptEntry copy = m_came;
    const glossary::Property *context = contextOf(copy);
    const auto addProperties = [&](const QList<glossary::Property> &properties, const QString &of) {
        for (const glossary::Property &property : properties) {
            if (context != nullptr && property == *context)
                continue;
            const QString name = property.name.isEmpty() ? property.kind : property.name;
            add(of.isEmpty() ? name : QStringLiteral("%1 · %2").arg(of, name),
                property.target.isEmpty() ? property.value
                                          : QStringLiteral("%1 (%2)").arg(property.value, property.target));
        }
    };
    for (const glossary::Term &term : m_came.terms) {
        if (!glossary::sameLanguage(term.language, vietnameseTag) &&
            !glossary::sameLanguage(term.language, englishTag))
            add(languageName(term.language), term.text);
    }
    addProperties(m_came.extra, {});
    for (const glossary::Term &term : m_came.terms)
        addProperties(term.extra, term.text);
    m_other->setText(lines.join(QStringLiteral("<br>")));
    m_other->setVisible(!lines.isEmpty());
}

bool EntryForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EntryForm::retranslate()
{
    m_vietnameseTitle->setText(languageName(vietnameseTag));
    m_englishTitle->setText(languageName(englishTag));
    m_addVietnamese->setText(tr("Add a &Vietnamese term"));
    m_addEnglish->setText(tr("Add an En&glish term"));
    const auto name = [this](QWidget *field, const QString &text) {
        static_cast<QLabel *>(m_fields->labelForField(field))->setText(text);
        QString plain = text;
        field->setAccessibleName(plain.remove(u'&'));
    };
    name(m_domain, tr("&Domain"));
    name(m_partOfSpeech, tr("&Part of speech"));
    name(m_authority, tr("Authorit&y"));
    name(m_note, tr("&Note"));
    name(m_example, tr("E&xample"));
    for (int row = 0; row < m_fields->rowCount(); ++row) {
        if (QLayout *dates = m_fields->itemAt(row, QFormLayout::FieldRole)->layout(); dates != nullptr)
            static_cast<QLabel *>(m_fields->labelForField(dates))->setText(tr("Va&lid from"));
    }
    m_until->setText(tr("to"));
    m_from->setAccessibleName(tr("Valid from"));
    m_to->setAccessibleName(tr("Valid to"));
    for (QLineEdit *field : {m_from, m_to}) {
        field->setPlaceholderText(tr("year-month-day"));
        field->setToolTip(tr("A year, a month or a day: 2025, 2025-03, 2025-03-01"));
    }
    for (QComboBox *box : {m_domain, m_partOfSpeech, m_authority})
        box->lineEdit()->setAccessibleName(box->accessibleName());
    showOther();
}

void EntryForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        markDates();
}

} // namespace verbale::workbench
