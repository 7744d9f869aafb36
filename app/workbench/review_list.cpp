#include "workbench/review_list.h"

#include "session/markup_text.h"
#include "workbench/status.h"
#include "workbench/theme.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPainter>
#include <QtGui/QTextDocument>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace verbale::workbench {

namespace {

using session::ReviewChange;

QString markOf(ReviewDecision decision)
{
    switch (decision) {
    case ReviewDecision::Open:
        return {};
    case ReviewDecision::Accepted:
        return QStringLiteral("\u2713");
    case ReviewDecision::Rejected:
        return QStringLiteral("\u2717");
    case ReviewDecision::NotFound:
        return QStringLiteral("?");
    }
    return {};
}

QString spokenMark(ReviewDecision decision)
{
    switch (decision) {
    case ReviewDecision::Open:
        return ReviewModel::tr("not decided");
    case ReviewDecision::Accepted:
        return ReviewModel::tr("accepted");
    case ReviewDecision::Rejected:
        return ReviewModel::tr("rejected");
    case ReviewDecision::NotFound:
        return ReviewModel::tr("not found in the document");
    }
    return {};
}

Segment withState(const TargetEdit &edit)
{
    Segment segment;
    segment.target = edit.target;
    segment.hasTarget = edit.hasTarget;
    segment.state = edit.state;
    segment.subState = edit.subState;
    return segment;
}

bool holdsWords(const QString &text, const QString &words)
{
    return text.contains(words, Qt::CaseInsensitive);
}

} // namespace

bool needsALook(const ReviewChange &change)
{
    return change.sourceDiffers || change.locked || change.matchedBy == ReviewChange::MatchedBy::Source ||
           !change.lostCodes.isEmpty() || !change.unknownCodes.isEmpty() || !change.notes.isEmpty();
}

QString titledHtml(const QString &title, const QString &html, const QPalette &palette)
{
    return QStringLiteral("<p style='margin:0 0 10px 0'><span style='color:%1'>%2</span><br>%3</p>")
        .arg(coloursOf(palette).quietText.name(), title.toHtmlEscaped(), html);
}

QString diffHtml(const QList<text::DiffPiece> &pieces, const QPalette &palette)
{
    const Colours &colours = coloursOf(palette);
    QString html;
    for (const text::DiffPiece &piece : pieces) {
        QString text = piece.text.toHtmlEscaped();
        text.replace(u'\n', QStringLiteral("↵<br>"));
        if (piece.kind == text::DiffPiece::Kind::Same)
            html += text;
        else if (piece.kind == text::DiffPiece::Kind::Removed)
            html += QStringLiteral("<s style='color:%1'>%2</s>").arg(colours.forbidden.name(), text);
        else
            html += QStringLiteral("<u style='color:%1; font-weight:600'>%2</u>")
                        .arg(colours.confirmed.name(), text);
    }
    return html;
}

ReviewModel::ReviewModel(const Document &document, session::ReviewComparison comparison,
                         const QList<int> &rows, QObject *parent)
    : QAbstractTableModel(parent), m_comparison(std::move(comparison))
{
    for (qsizetype i = 0; i < m_comparison.changes.size(); ++i) {
        const bool locked = m_comparison.changes[i].locked;
        m_lines.append({rows[i], locked ? ReviewDecision::Rejected : ReviewDecision::Open, i});
        const InlineText &source = document.at(m_comparison.changes[i].segment).source;
        m_sources.append(session::withLabels(source, source));
    }
    for (qsizetype i = 0; i < m_comparison.unmatched.size(); ++i)
        m_lines.append({-1, ReviewDecision::NotFound, i});
}

const ReviewChange *ReviewModel::change(int line) const
{
    const ReviewLine &wanted = m_lines[line];
    return wanted.row < 0 ? nullptr : &m_comparison.changes[wanted.number];
}

void ReviewModel::decide(const QList<int> &lines, ReviewDecision decision)
{
    for (const int line : lines) {
        m_lines[line].decision = decision;
        emit dataChanged(index(line, 0), index(line, ColumnCount - 1));
    }
}

int ReviewModel::count(ReviewDecision decision) const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [decision](const ReviewLine &line) {
        return line.decision == decision;
    }));
}

bool ReviewModel::passes(int line, ReviewFilter filter, const QString &words) const
{
    const ReviewChange *found = change(line);
    const bool fits = filter == ReviewFilter::All ||
                      (filter == ReviewFilter::Open && m_lines[line].decision == ReviewDecision::Open) ||
                      (filter == ReviewFilter::Text && found && found->changesTarget()) ||
                      (filter == ReviewFilter::StateOnly && found && !found->changesTarget()) ||
                      (filter == ReviewFilter::ToLookAt && (!found || needsALook(*found)));
    if (!fits || words.isEmpty())
        return fits;
    if (!found) {
        const session::ReviewedSegment &reviewed = m_comparison.unmatched[m_lines[line].number].reviewed;
        return holdsWords(reviewed.source.text, words) || holdsWords(reviewed.target.text, words);
    }
    return holdsWords(m_sources[m_lines[line].number], words) ||
           holdsWords(found->before.target.text, words) || holdsWords(found->after.target.text, words) ||
           std::any_of(found->notes.begin(), found->notes.end(),
                       [&words](const Note &note) { return holdsWords(note.text, words); });
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// What the line is about where the target stays as it is.
QString ReviewModel::text(int line) const
{
    const ReviewChange *found = change(line);
    if (!found)
        return tr("Not found: %1")
            .arg(session::withMarkup(m_comparison.unmatched[m_lines[line].number].reviewed.target));
    if (found->changesNothing())
        return tr("A note came back: %1").arg(found->notes.value(0).text);
    if (!found->changesTarget())
        return tr("%1, was %2")
            .arg(statusText(statusOf(withState(found->after))),
                 statusText(statusOf(withState(found->before))));
    QString after;
    for (const text::DiffPiece &piece : found->diff)
        after += piece.kind == text::DiffPiece::Kind::Removed ? QString() : piece.text;
    return after;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    const int line = index.row();
    const ReviewLine &shown = m_lines[line];
    if (index.column() == MarkColumn) {
        if (role == Qt::DisplayRole)
            return markOf(shown.decision);
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return spokenMark(shown.decision);
        return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignCenter) : QVariant();
    }
    if (index.column() == NumberColumn) {
        if (role == Qt::DisplayRole)
            return shown.row < 0 ? QVariant() : QVariant(shown.row + 1);
        return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    }
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(line).simplified();
    const ReviewChange *found = change(line);
    if (role == htmlRole && found && found->changesTarget())
        return QVariant::fromValue(found->diff);
    return {};
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((section == NumberColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NumberColumn ? tr("No.") : section == ChangeColumn ? tr("What changes") : QString();
}

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const QVariant diff = index.data(ReviewModel::htmlRole);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (!diff.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    QTextDocument document;
    document.setDefaultFont(item.font);
    document.setDocumentMargin(0);
    document.setHtml(diffHtml(diff.value<QList<text::DiffPiece>>(), item.palette)
                         .replace(QLatin1String("<br>"), QLatin1String(" ")));
    const QRect area = item.rect.adjusted(9, 0, -9, 0);
    painter->save();
    painter->setClipRect(area);
    painter->translate(area.left(), area.top() + (area.height() - document.size().height()) / 2);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, item.palette.color(QPalette::Text));
    document.documentLayout()->draw(painter, context);
    painter->restore();
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + 12);
    return size;
}

} // namespace verbale::workbench
