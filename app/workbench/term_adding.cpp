#include "workbench/term_adding.h"

#include "session/source_text.h"
#include "session/termbases.h"
#include "workbench/document_controller.h"
#include "workbench/document_domains.h"
#include "workbench/message_bar.h"
#include "workbench/segment_grid.h"
#include "workbench/target_editor.h"
#include "workbench/term_form.h"
#include "workbench/termbase_service.h"

#include <algorithm>

namespace verbale::workbench {

namespace {

constexpr int barTime = 15000; // ms
const QString vi = QStringLiteral("vi");
const QString en = QStringLiteral("en");

/// A selection as a term: without the marks and spaces at its ends that belong to the sentence.
QString termOf(const QString &selected)
{
    const auto isMark = [](QChar c) { return c.isSpace() || QStringLiteral(",.;:!?…").contains(c); };
    QStringView rest(selected);
    while (!rest.isEmpty() && isMark(rest.front()))
        rest = rest.mid(1);
    while (!rest.isEmpty() && isMark(rest.back()))
        rest.chop(1);
    return rest.toString().simplified().normalized(QString::NormalizationForm_C);
}

bool has(const glossary::ConceptEntry &entry, const QString &language, const QString &text)
{
    const QList<glossary::Term> terms = entry.termsIn(language);
    return std::any_of(terms.begin(), terms.end(), [&text](const glossary::Term &term) {
        return termOf(term.text).compare(text, Qt::CaseInsensitive) == 0;
    });
}

/// What the termbases have for a Vietnamese term.
QList<session::TermRow> entriesFor(const session::Termbases &termbases, const QString &vietnamese)
{
    constexpr qsizetype enough = 50;
    session::TermFilter filter;
    filter.typed = vietnamese;
    filter.overridden = false;
    QList<session::TermRow> rows = termbases.search(filter, enough).rows;
    rows.removeIf([&](const session::TermRow &row) { return !has(row.entry, vi, vietnamese); });
    return rows;
}

} // namespace

const TermHit *termAt(const Segment &segment, qsizetype source, qsizetype target)
{
    const TermHit *found = nullptr;
    const auto take = [&found](const TermHit &hit) {
        if (!hit.entryId.isEmpty() && (found == nullptr || hit.span.length() > found->span.length()))
            found = &hit;
    };
    for (const TermHit &hit : segment.terms) {
        if (source >= hit.span.start && source <= hit.span.end)
            take(hit);
    }
    for (const TermReceipt &receipt : segment.receipts) {
        const bool there =
            std::any_of(receipt.spans.begin(), receipt.spans.end(),
                        [target](const Span &span) { return target >= span.start && target <= span.end; });
        if (there && receipt.hit >= 0 && receipt.hit < segment.terms.size())
            take(segment.terms[receipt.hit]);
    }
    return found;
}

TermAdding::TermAdding(const DocumentController &document, SegmentGrid &grid, TermbaseService &termbases,
                       MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_grid(grid)
    , m_termbases(termbases)
    , m_bar(bar)
    , m_form(new TermForm(grid.viewport()))
{
    m_barTime.setSingleShot(true);
    m_barTime.setInterval(barTime);
    connect(&m_barTime, &QTimer::timeout, this, [this] {
        if (m_bar.text() == m_told)
            m_bar.hide();
    });
    connect(m_form, &TermForm::completed, this, &TermAdding::add);
    connect(m_form, &TermForm::left, this, [this] { m_grid.startEditing(); });
    connect(&grid, &SegmentGrid::currentRowChanged, m_form, &QWidget::hide);
    connect(&grid, &SegmentGrid::visibleRowsChanged, m_form, &QWidget::hide);
}

void TermAdding::addOrOpen()
{
    const int row = m_grid.currentRow();
    if (row < 0 || !m_document.hasDocument())
        return;
    const Segment &segment = m_document.segment(row);
    const QString vietnamese = termOf(session::plainFromInline(segment.source, m_grid.sourceSelection()));
    const QString english = termOf(session::plainFromInline(segment.target, m_grid.targetSelection()));
    if (!vietnamese.isEmpty() && !english.isEmpty()) {
        add(vietnamese, english);
    } else if (!vietnamese.isEmpty() || !english.isEmpty()) {
        const bool given = !vietnamese.isEmpty();
        const QModelIndex cell =
            m_grid.model()->index(row, given ? SegmentModel::Source : SegmentModel::Target);
        m_form->ask(given ? vietnamese : english, given, m_grid.visualRect(cell));
    } else if (!openAtCursor()) {
        emit hint(tr("Select the Vietnamese, the English or both: this key adds them to your glossary. In a "
                     "term that was found it opens the entry."));
    }
}

bool TermAdding::openAtCursor()
{
    const int row = m_grid.currentRow();
    const SourceCaret &caret = m_grid.sourceCaret();
    const TermHit *hit =
        termAt(m_document.segment(row), caret.isAt(row) ? caret.position() : -1, m_grid.targetCaret());
    if (hit == nullptr)
        return false;
    emit openRequested({hit->termbase, hit->entryId});
    return true;
}

glossary::ConceptEntry TermAdding::entryOf(const QString &vietnamese, const QString &english) const
{
    glossary::ConceptEntry entry;
    entry.terms = {{vi, vietnamese}, {en, english}};
    const int row = m_grid.currentRow();
    if (row < 0 || row >= m_document.rowCount())
        return entry;
    entry.domain = likelyDomain(m_document.document(), m_document.refAt(row).unit);
    const QString sentence = session::plainFromInline(m_document.segment(row).source).simplified();
    if (sentence.contains(vietnamese, Qt::CaseInsensitive))
        entry.terms.first().extra = {{QStringLiteral("descrip"), QStringLiteral("context"), sentence}};
    return entry;
}

void TermAdding::add(const QString &vietnamese, const QString &english)
{
    const glossary::ConceptEntry entry = entryOf(termOf(vietnamese), termOf(english));
    m_termbases.whenReady(this, [this, entry] { addNow(entry); });
}

void TermAdding::addNow(const glossary::ConceptEntry &entry)
{
    QStringList others;
    for (const session::TermRow &row : entriesFor(*m_termbases.termbases(), entry.terms[0].text)) {
        if (has(row.entry, en, entry.terms[1].text)) {
            show(tr("“%1 = %2” is in the glossary already.").arg(entry.terms[0].text, entry.terms[1].text),
                 row.key, -1);
            emit openRequested(row.key);
            return;
        }
        for (const glossary::Term &term : row.entry.termsIn(en).mid(0, 1))
            others.append(term.text);
    }
    others.removeDuplicates();
    const Result<session::EntryKey> added = m_termbases.add(entry);
    if (added.ok())
        tellAdded(*added, entry, others);
    else
        m_bar.show(MessageBar::Kind::Error, tr("The term was not added: %1").arg(added.error().text()));
}

void TermAdding::tellAdded(const session::EntryKey &key, const glossary::ConceptEntry &entry,
                           const QStringList &others)
{
    const std::optional<session::TermStep> step = m_termbases.termbases()->undoable();
    QString sentence = tr("Added: %1 = %2").arg(entry.terms[0].text, entry.terms[1].text);
    if (!others.isEmpty())
        sentence +=
            QStringLiteral(". ") + tr("The glossary also has: %1").arg(others.join(QLatin1String("; ")));
    show(sentence, key, step ? step->step.number : 0);
}

/// `step` < 0: there is nothing to undo.
void TermAdding::show(const QString &sentence, const session::EntryKey &key, qint64 step)
{
    QList<MessageBar::Choice> choices;
    if (step >= 0)
        choices.append({tr("Undo"), [this, key, step] { undo(key, step); }});
    choices.append({tr("Edit"), [this, key] { emit openRequested(key); }});
    m_bar.show(MessageBar::Kind::Info, sentence, choices);
    m_told = sentence;
    m_barTime.start();
}

/// When something else was edited since, that stays: the entry alone is taken out.
void TermAdding::undo(const session::EntryKey &key, qint64 step)
{
    const std::optional<session::TermStep> last = m_termbases.termbases()->undoable();
    if (last && last->termbase == key.termbase && last->step.number == step)
        m_termbases.undo();
    else if (const Result<void> removed = m_termbases.remove({key}); !removed.ok())
        m_bar.show(MessageBar::Kind::Error, removed.error().text());
    m_grid.startEditing();
}

} // namespace verbale::workbench
