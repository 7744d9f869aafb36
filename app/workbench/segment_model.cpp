#include "workbench/segment_model.h"

#include "document/segmentation.h"
#include "workbench/code_words.h"

namespace verbale::workbench {

QString readableText(const InlineText &text, const QList<InlineCode> &sourceCodes)
{
    QString readable;
    const CodeLabels labels(sourceCodes);
    qsizetype code = 0;
    for (const QChar c : text.text) {
        if (c != inlineCodeMark)
            readable += c;
        else if (code < text.codes.size())
            readable += u'[' + labels.inText(text.codes[code++]) + u']';
    }
    return readable;
}

SegmentModel::SegmentModel(DocumentController &controller, QObject *parent)
    : QAbstractTableModel(parent), m_controller(controller)
{
    connect(&controller, &DocumentController::opened, this, &SegmentModel::reset);
    connect(&controller, &DocumentController::closed, this, &SegmentModel::reset);
    connect(&controller, &DocumentController::edited, this,
            [this](int row) { emit dataChanged(index(row, Status), index(row, Target)); });
    connect(&controller, &DocumentController::assisted, this, [this](const QList<int> &rows) {
        if (rows.isEmpty())
            return;
        const auto [first, last] = std::minmax_element(rows.begin(), rows.end());
        emit dataChanged(index(*first, Status), index(*last, Target));
    });
    connect(&controller, &DocumentController::rowsReplaced, this, &SegmentModel::replaceRows);
    reset();
}

void SegmentModel::replaceRows(int first, int removed, int added)
{
    const int common = qMin(removed, added);
    if (added > removed) {
        beginInsertRows({}, first + common, first + added - 1);
        m_rowCount += added - removed;
        endInsertRows();
    } else if (removed > added) {
        beginRemoveRows({}, first + common, first + removed - 1);
        m_rowCount -= removed - added;
        endRemoveRows();
    }
    // The numbers of all rows below are others now.
    if (m_rowCount > first)
        emit dataChanged(index(first, Number), index(m_rowCount - 1, Target));
}

void SegmentModel::reset()
{
    beginResetModel();
    m_rowCount = m_controller.rowCount();
    endResetModel();
}

int SegmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int SegmentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

bool SegmentModel::mayBeTranslated(int row) const
{
    return verbale::isEditable(m_controller.unit(row), segment(row));
}

QString SegmentModel::statusDescription(int row) const
{
    const SegmentStatus status = statusOf(segment(row));
    const QString engine = status == SegmentStatus::MachineTranslated ? engineOf(segment(row)) : QString();
    QString description = engine.isEmpty() ? statusText(status)
                                           : tr("Machine translation by %1, not yet looked at").arg(engine);
    constexpr qsizetype mostSentences = 5;
    const QStringList problems = codeProblems(segment(row), mostSentences);
    for (const QString &problem : problems)
        description += u'\n' + problem;
    if (!missingCodes(segment(row)).isEmpty())
        description += u'\n' + tr("Ctrl+T inserts the next missing tag, Ctrl+Shift+T all of them.");
    if (!mayBeTranslated(row))
        description += u'\n' + tr("Not to be translated");
    return description;
}

QVariant SegmentModel::data(const QModelIndex &index, int role) const
{
    // The document is ahead of the table while rows come or go.
    if (!index.isValid() || index.row() >= qMin(m_rowCount, m_controller.rowCount()))
        return {};
    const Segment &shown = segment(index.row());
    const bool texts = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    switch (index.column()) {
    case Number:
        if (texts)
            return QString::number(index.row() + 1);
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignTop);
        break;
    case Status:
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return statusDescription(index.row());
        break;
    case Source:
        if (texts)
            return readableText(shown.source, shown.source.codes);
        break;
    case Target:
        if (texts)
            return readableText(shown.target, shown.source.codes);
        break;
    default:
        break;
    }
    return {};
}

QVariant SegmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    switch (section) {
    case Number:
        return role == Qt::DisplayRole ? QStringLiteral("#") : tr("Number");
    case Status:
        return role == Qt::DisplayRole ? QString() : tr("State");
    case Source:
        return languageName(m_controller.document().sourceLanguage);
    case Target:
        return languageName(m_controller.document().targetLanguage);
    default:
        return {};
    }
}

Qt::ItemFlags SegmentModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_controller.rowCount())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == Target && m_controller.isEditable(index.row()))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace verbale::workbench
