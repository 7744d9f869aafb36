#include "workbench/entry_table.h"

#include "workbench/status.h"
#include "workbench/termbase_service.h"
#include "workbench/theme.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>

namespace verbale::workbench {

namespace {

constexpr qsizetype firstRows = 300;
constexpr qsizetype growth = 4;
constexpr int margin = 12;

/// The best term of a language; abbreviations and what is not to be used come last.
QString termIn(const session::TermRow &row, const QString &language, bool searched)
{
    const QList<glossary::Term> terms = row.entry.termsIn(language);
    const glossary::Term &matched = row.entry.terms.value(row.term);
    QString text = terms.isEmpty() ? QString() : terms.first().text;
    // What was found by another term than the first shows that one too.
    const bool other = matched.text != text && glossary::sameLanguage(matched.language, language);
    if (other && searched)
        text += QStringLiteral(" · ") + matched.text;
    return text;
}

TermStatus statusOf(const session::TermRow &row)
{
    const QList<glossary::Term> english = row.entry.termsIn(QStringLiteral("en"));
    if (!english.isEmpty())
        return english.first().status;
    return row.entry.terms.isEmpty() ? TermStatus::Preferred : row.entry.terms.first().status;
}

} // namespace

QString termbaseText(const session::TermbaseInfo &termbase)
{
    if (termbase.path == QLatin1String("builtin"))
        return EntryTable::tr("Shipped glossary");
    return termbase.own ? EntryTable::tr("My terms") : termbase.name;
}

EntryTable::EntryTable(const TermbaseService &service, QObject *parent)
    : QAbstractTableModel(parent), m_service(service), m_changed(2000)
{
}

void EntryTable::show(const session::TermFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_changed.clear();
    m_names.clear();
    m_found = {};
    if (const session::Termbases *termbases = m_service.termbases(); termbases != nullptr) {
        for (const session::TermbaseInfo &termbase : termbases->list())
            m_names.insert(termbase.path, termbaseText(termbase));
        m_found = termbases->search(filter, firstRows);
    }
    endResetModel();
}

const session::TermRow *EntryTable::row(int row) const
{
    return row >= 0 && row < m_found.rows.size() ? &m_found.rows[row] : nullptr;
}

int EntryTable::rowOf(const session::EntryKey &key) const
{
    for (qsizetype i = 0; i < m_found.rows.size(); ++i) {
        if (m_found.rows[i].key == key)
            return static_cast<int>(i);
    }
    return -1;
}

void EntryTable::setDrafts(const QSet<QString> &keys)
{
    if (keys == m_drafts)
        return;
    m_drafts = keys;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

int EntryTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.rows.size());
}

int EntryTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool EntryTable::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_found.more;
}

void EntryTable::fetchMore(const QModelIndex &parent)
{
    if (parent.isValid() || !m_found.more || !m_service.isReady())
        return;
    const qsizetype before = m_found.rows.size();
    session::TermRows more = m_service.termbases()->search(m_filter, before * growth);
    if (more.rows.size() <= before) {
        m_found.more = false;
        return;
    }
    beginInsertRows({}, static_cast<int>(before), static_cast<int>(more.rows.size()) - 1);
    m_found = std::move(more);
    endInsertRows();
}

QString EntryTable::termbaseName(const QString &path) const
{
    return m_names.value(path, path);
}

QString EntryTable::changedOf(const session::TermRow &row) const
{
    if (row.readOnly)
        return {};
    const QString key = row.key.toString();
    if (const QString *known = m_changed.object(key); known != nullptr)
        return *known;
    QString text;
    const Result<QList<glossary::HistoryItem>> history = m_service.termbases()->history(row.key);
    if (history.ok() && !history.value().isEmpty())
        text = QLocale().toString(history.value().last().when.toLocalTime().date(), QLocale::ShortFormat);
    m_changed.insert(key, new QString(text));
    return text;
}

QString EntryTable::text(const session::TermRow &row, int column) const
{
    switch (column) {
    case Vietnamese:
        return termIn(row, QStringLiteral("vi"), !m_filter.typed.isEmpty());
    case English:
        return termIn(row, QStringLiteral("en"), !m_filter.typed.isEmpty());
    case Domain:
        return row.entry.domain;
    case Status:
        return termStatusText(statusOf(row));
    case Source:
        return termbaseName(row.key.termbase);
    case Changed:
        return changedOf(row);
    default:
        return {};
    }
}

QVariant EntryTable::data(const QModelIndex &index, int role) const
{
    const session::TermRow *found = row(index.row());
    if (found == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, index.column());
    case Qt::ToolTipRole: {
        const QString shown = text(*found, index.column());
        return found->overridden ? tr("%1\nAnother entry stands for it.").arg(shown) : shown;
    }
    case StatusRole:
        return index.column() == Status ? QVariant(static_cast<int>(statusOf(*found))) : QVariant();
    case DimRole:
        return found->overridden;
    case MarkRole:
        return index.column() == Vietnamese && m_drafts.contains(found->key.toString());
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(*found, index.column()));
    default:
        return {};
    }
}

QVariant EntryTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Vietnamese:
        return tr("Vietnamese");
    case English:
        return tr("English");
    case Domain:
        return tr("Domain");
    case Status:
        return tr("Status");
    case Source:
        return tr("Termbase");
    case Changed:
        return tr("Last change");
    default:
        return {};
    }
}

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colours &c = coloursOf(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, selected ? c.currentRow : c.page);
    if (selected && index.column() == 0 && (option.state & QStyle::State_Active))
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), c.accent);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
    QRect box = option.rect.adjusted(margin, 0, -margin, -1);
    const bool dim = index.data(EntryTable::DimRole).toBool();
    QColor colour = dim || index.column() > EntryTable::English ? c.quietText : c.text;
    const QVariant status = index.data(EntryTable::StatusRole);
    if (status.isValid()) {
        const auto value = static_cast<TermStatus>(status.toInt());
        colour = dim ? c.quietText : c.termColour(value);
        const int y = box.center().y() + 1;
        drawTermLine(*painter, box.left(), box.left() + 16, y, value, colour);
        box.setLeft(box.left() + 22);
    }
    if (index.data(EntryTable::MarkRole).toBool()) {
        painter->setRenderHint(QPainter::Antialiasing, true);
        painter->setPen(Qt::NoPen);
        painter->setBrush(c.draft);
        painter->drawEllipse(QPointF(box.left() + 3, box.center().y() + 0.5), 3, 3);
        box.setLeft(box.left() + 12);
    }
    QFont font = option.font;
    font.setStrikeOut(dim && index.column() <= EntryTable::English);
    painter->setFont(font);
    painter->setPen(colour);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
    painter->restore();
}

} // namespace verbale::workbench
