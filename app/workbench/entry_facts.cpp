#include "workbench/entry_facts.h"

#include "workbench/entry_table.h"
#include "workbench/finding_words.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr qsizetype shownHomographs = 8;
constexpr qsizetype shownSteps = 12;

QString firstTerm(const glossary::ConceptEntry &entry, const QString &language)
{
    const QList<glossary::Term> terms = entry.termsIn(language);
    return terms.isEmpty() ? QString() : terms.first().text;
}

QString dateText(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime(), QLocale::ShortFormat);
}

QString plainLink(const QString &href, const QString &text)
{
    return QStringLiteral("<a href='%1'>%2</a>").arg(href, text.toHtmlEscaped());
}

} // namespace

session::EntryKey entryKeyOf(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'#');
    return at < 0 ? session::EntryKey{{}, text} : session::EntryKey{text.first(at), text.sliced(at + 1)};
}

QString entryTitle(const glossary::ConceptEntry &entry)
{
    return QStringLiteral("%1 = %2").arg(firstTerm(entry, QStringLiteral("vi")),
                                         firstTerm(entry, QStringLiteral("en")));
}

EntryFacts::EntryFacts(const TermbaseService &service, QWidget *parent)
    : QWidget(parent), m_service(service), m_label(new QLabel(this))
{
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_label->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_label);
    connect(m_label, &QLabel::linkActivated, this, &EntryFacts::follow, Qt::QueuedConnection);
    hide();
}

void EntryFacts::show(const session::TermRow &row, int usesInDocument)
{
    if (!m_row || !(m_row->key == row.key))
        m_historyOpen = false;
    m_row = row;
    m_uses = usesInDocument;
    fill();
    setVisible(!m_label->text().isEmpty());
}

void EntryFacts::clear()
{
    m_row.reset();
    hide();
}

void EntryFacts::fill()
{
    if (!m_row || !m_service.isReady())
        return;
    m_linked.clear();
    m_versions.clear();
    QStringList lines{overrideLine(), homographLine(), recordLine(), historyLines()};
    lines.removeAll(QString());
    const QString gap = QStringLiteral("<p style='margin:4px 0'>");
    m_label->setText(lines.isEmpty() ? QString() : gap + lines.join(gap));
    m_label->setAccessibleName(tr("About this entry"));
}

QString EntryFacts::link(const QString &text, const session::EntryKey &key)
{
    m_linked.append(key);
    return plainLink(QStringLiteral("entry:%1").arg(m_linked.size() - 1), text);
}

QString EntryFacts::overrideLine() const
{
    auto *self = const_cast<EntryFacts *>(this);
    const QString overridden = m_row->entry.overrides;
    if (!overridden.isEmpty()) {
        const std::optional<session::TermRow> below = m_service.termbases()->find(entryKeyOf(overridden));
        const QString name = below ? entryTitle(below->entry) : overridden;
        QString line =
            tr("Stands for the entry %1").arg(below ? self->link(name, below->key) : name.toHtmlEscaped());
        if (below && !m_row->readOnly)
            line += QStringLiteral(" · ") + plainLink(QStringLiteral("give-up:"), tr("use that one again"));
        return line;
    }
    if (m_row->overridden)
        return tr("Another entry stands for this one; the document does not use it.");
    return m_row->readOnly
               ? tr("This termbase is read-only. What you change is kept in your own terms.").toHtmlEscaped()
               : QString();
}

QString EntryFacts::homographLine()
{
    session::TermFilter filter;
    filter.typed = firstTerm(m_row->entry, QStringLiteral("vi"));
    filter.overridden = false;
    if (filter.typed.isEmpty())
        return {};
    QStringList others;
    for (const session::TermRow &row : m_service.termbases()->search(filter, shownHomographs + 2).rows) {
        const bool other = row.rank == glossary::SearchRank::Exact && !(row.key == m_row->key) &&
                           row.key.toString() != m_row->entry.overrides;
        if (!other || others.size() >= shownHomographs)
            continue;
        const QString english = firstTerm(row.entry, QStringLiteral("en"));
        others.append(link(
            row.entry.domain.isEmpty() ? english : QStringLiteral("%1 (%2)").arg(english, row.entry.domain),
            row.key));
    }
    return others.isEmpty() ? QString() : tr("Other senses: %1").arg(others.join(QStringLiteral("; ")));
}

QString EntryFacts::recordLine() const
{
    const glossary::EntryRecord record = m_service.termbases()->record(m_row->key);
    QStringList parts;
    if (record.confirmed.isValid())
        parts.append(record.confirmedBy.isEmpty()
                         ? tr("Confirmed %1").arg(dateText(record.confirmed))
                         : tr("Confirmed %1 by %2")
                               .arg(dateText(record.confirmed), record.confirmedBy.toHtmlEscaped()));
    else
        parts.append(tr("Never confirmed"));
    if (record.uses > 0)
        parts.append(tr("used %n time(s)", nullptr, static_cast<int>(record.uses)));
    if (m_uses >= 0)
        parts.append(plainLink(QStringLiteral("uses:"), tr("%n time(s) in this document", nullptr, m_uses)));
    return parts.join(QStringLiteral(" · "));
}

QString EntryFacts::historyLines()
{
    const Result<QList<glossary::HistoryItem>> history = m_service.termbases()->history(m_row->key);
    if (!history.ok() || history.value().isEmpty())
        return {};
    const QList<glossary::HistoryItem> &items = history.value();
    const glossary::HistoryItem &last = items.last();
    QString lines = last.who.isEmpty()
                        ? tr("Last changed %1").arg(dateText(last.when))
                        : tr("Last changed %1 by %2").arg(dateText(last.when), last.who.toHtmlEscaped());
    lines += QStringLiteral(" · ") +
             plainLink(QStringLiteral("history:"),
                       m_historyOpen ? tr("hide the history") : tr("history (%1)").arg(items.size()));
    if (!m_historyOpen)
        return lines;
    for (qsizetype i = items.size() - 1; i >= qMax<qsizetype>(0, items.size() - shownSteps); --i) {
        const glossary::HistoryItem &item = items[i];
        QStringList parts{dateText(item.when), item.who,
                          item.kind == glossary::StepKind::Undo ? tr("Undone: %1").arg(stepText(item.name))
                          : item.kind == glossary::StepKind::Redo
                              ? tr("Done again: %1").arg(stepText(item.name))
                              : stepText(item.name)};
        parts.removeAll(QString());
        lines += QStringLiteral("<br>") + parts.join(QStringLiteral(" · ")).toHtmlEscaped();
        const bool present = item.after && *item.after == m_row->entry;
        if (item.after && !present) {
            m_versions.append(*item.after);
            lines += QStringLiteral(" · ") +
                     plainLink(QStringLiteral("restore:%1").arg(m_versions.size() - 1), tr("restore this"));
        }
    }
    return lines;
}

QStringList EntryFacts::links() const
{
    static const QRegularExpression href(QStringLiteral("href='([^']*)'"));
    QStringList found;
    for (auto match = href.globalMatch(m_label->text()); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

void EntryFacts::follow(const QString &link)
{
    const QString kind = link.section(u':', 0, 0);
    const qsizetype number = link.section(u':', 1).toLongLong();
    if (kind == QLatin1String("entry") && number < m_linked.size()) {
        emit openRequested(session::EntryKey(m_linked[number]));
    } else if (kind == QLatin1String("give-up") && m_row) {
        emit giveUpRequested(session::EntryKey(m_row->key));
    } else if (kind == QLatin1String("uses")) {
        emit usesRequested();
    } else if (kind == QLatin1String("history")) {
        m_historyOpen = !m_historyOpen;
        fill();
    } else if (kind == QLatin1String("restore") && number < m_versions.size()) {
        emit restoreRequested(glossary::ConceptEntry(m_versions[number]));
    }
}

void EntryFacts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace verbale::workbench
