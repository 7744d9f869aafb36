#include "workbench/harvest_table.h"

#include "workbench/term_uses.h"
#include "workbench/theme.h"

#include <QtCore/QLocale>
#include <QtWidgets/QApplication>

#include <algorithm>

namespace verbale::workbench {

namespace {

constexpr qsizetype contextLength = 32;

bool isOpen(const HarvestCandidate &candidate)
{
    return !candidate.accepted && !candidate.dismissed;
}

QString evidenceText(const QString &evidence)
{
    if (evidence == QLatin1String("bracket"))
        return HarvestTable::tr("It stands in the bracket after the name.");
    if (evidence == QLatin1String("acronym"))
        return HarvestTable::tr("The translation has the same acronym.");
    if (evidence == QLatin1String("spelling"))
        return HarvestTable::tr("The same name without Vietnamese letters.");
    if (evidence == QLatin1String("statistics"))
        return HarvestTable::tr("It often stands in the translation of the same sentences. Look at it.");
    return HarvestTable::tr("The document does not say what it is called. Type it.");
}

} // namespace

void HarvestTable::show(QList<HarvestCandidate> candidates)
{
    beginResetModel();
    m_candidates = std::move(candidates);
    m_rows.clear();
    for (qsizetype i = 0; i < m_candidates.size(); ++i) {
        if (isOpen(m_candidates[i]))
            m_rows.append(i);
    }
    endResetModel();
}

int HarvestTable::rowOf(qsizetype candidate) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), candidate);
    return found != m_rows.end() && *found == candidate ? static_cast<int>(found - m_rows.begin()) : -1;
}

void HarvestTable::change(qsizetype candidate, const std::function<void(HarvestCandidate &)> &change)
{
    const int row = rowOf(candidate);
    change(m_candidates[candidate]);
    const bool open = isOpen(m_candidates[candidate]);
    if (row >= 0 && open) {
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    } else if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    } else if (open) {
        const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), candidate);
        const auto number = static_cast<int>(at - m_rows.begin());
        beginInsertRows({}, number, number);
        m_rows.insert(number, candidate);
        endInsertRows();
    }
}

int HarvestTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HarvestTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HarvestTable::text(const HarvestCandidate &candidate, int column) const
{
    const session::HarvestedTerm &term = candidate.term;
    switch (column) {
    case Vietnamese:
        return term.abbreviation.isEmpty() ? term.vi
                                           : QStringLiteral("%1 (%2)").arg(term.vi, term.abbreviation);
    case English:
        return candidate.english.isEmpty() ? tr("not known: type it") : candidate.english;
    case Count:
        return QLocale().toString(term.count);
    case Context:
        return term.contexts.isEmpty()
                   ? QString()
                   : excerpt(term.contexts.first().vi, term.contexts.first().span, contextLength);
    default:
        return {};
    }
}

QVariant HarvestTable::data(const QModelIndex &index, int role) const
{
    const qsizetype number = candidateAt(index.row());
    if (number < 0)
        return {};
    const HarvestCandidate &candidate = m_candidates[number];
    const Colours &c = coloursOf(QApplication::palette());
    const bool english = index.column() == English;
    switch (role) {
    case Qt::DisplayRole:
        return text(candidate, index.column());
    case Qt::EditRole:
        return english ? candidate.english : text(candidate, index.column());
    case Qt::ToolTipRole:
        if (english && candidate.english == candidate.term.en)
            return evidenceText(candidate.term.evidence);
        if (index.column() == Context && !candidate.term.contexts.isEmpty())
            return candidate.term.contexts.first().vi.simplified();
        return text(candidate, index.column());
    case Qt::ForegroundRole:
        if (index.column() == Context || index.column() == Count || (english && candidate.english.isEmpty()))
            return c.quietText;
        return {};
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter |
                                (index.column() == Count ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

bool HarvestTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const qsizetype number = candidateAt(index.row());
    if (role != Qt::EditRole || index.column() != English || number < 0)
        return false;
    change(number,
           [&value](HarvestCandidate &candidate) { candidate.english = value.toString().simplified(); });
    return true;
}

QVariant HarvestTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section == Count ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Vietnamese:
        return tr("Vietnamese");
    case English:
        return tr("English");
    case Count:
        return tr("Times");
    case Context:
        return tr("First place");
    default:
        return {};
    }
}

Qt::ItemFlags HarvestTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == English ? flags | Qt::ItemIsEditable : flags;
}

void HarvestTable::renew()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace verbale::workbench
