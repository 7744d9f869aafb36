#include "workbench/review_dialog.h"

#include "session/markup_text.h"
#include "workbench/document_controller.h"
#include "workbench/status.h"
#include "workbench/theme.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QKeyEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

using session::ReviewChange;

/// Shows the lines that the dialog's filter lets pass.
class ShownLines final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void set(ReviewFilter filter, const QString &words)
    {
        m_filter = filter;
        m_words = words;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return static_cast<const ReviewModel *>(sourceModel())->passes(row, m_filter, m_words);
    }

private:
    ReviewFilter m_filter = ReviewFilter::All;
    QString m_words;
};

QList<int> rowsOf(const DocumentController &document, const session::ReviewComparison &comparison)
{
    QList<int> rows;
    for (const ReviewChange &change : comparison.changes)
        rows.append(document.rowOf(change.segment));
    return rows;
}

TargetVersion versionOf(const TargetEdit &edit)
{
    return {edit.target, edit.hasTarget, edit.state, edit.subState};
}

} // namespace

ReviewDialog::ReviewDialog(DocumentController &document, const session::ReviewComparison &comparison,
                           const QString &copyName, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_copyName(copyName)
    , m_model(new ReviewModel(document.document(), comparison, rowsOf(document, comparison), this))
    , m_shown(new ShownLines(this))
    , m_summary(new QLabel(this))
    , m_words(new QLineEdit(this))
    , m_filter(new QComboBox(this))
    , m_list(new QTreeView(this))
    , m_detail(new QTextBrowser(this))
    , m_accept(new QPushButton(this))
    , m_reject(new QPushButton(this))
    , m_all(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_shown->setSourceModel(m_model);
    build();
    retranslate();
    colour();
    connect(m_words, &QLineEdit::textChanged, this, &ReviewDialog::refilter);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ReviewDialog::refilter);
    connect(m_accept, &QPushButton::clicked, this, &ReviewDialog::acceptCurrent);
    connect(m_reject, &QPushButton::clicked, this, &ReviewDialog::rejectCurrent);
    connect(m_all, &QPushButton::clicked, this, &ReviewDialog::acceptAll);
    connect(m_back, &QPushButton::clicked, this, &ReviewDialog::takeBack);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReviewDialog::showDetail);
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, &ReviewDialog::takeBack);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_words,
            qOverload<>(&QWidget::setFocus));
    goToNextOpen(-1);
    showDetail();
    m_list->setFocus();
}

void ReviewDialog::build()
{
    m_summary->setWordWrap(true);
    m_words->setClearButtonEnabled(true);
    for (int i = 0; i < 5; ++i)
        m_filter->addItem(QString());
    m_list->setModel(m_shown);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setItemDelegateForColumn(ReviewModel::ChangeColumn, new ReviewDelegate(m_list));
    m_list->header()->setStretchLastSection(true);
    m_list->header()->setSectionsMovable(false);
    m_list->setColumnWidth(ReviewModel::MarkColumn, fontMetrics().height() * 2);
    m_list->setColumnWidth(ReviewModel::NumberColumn,
                           fontMetrics().horizontalAdvance(QStringLiteral("000000")));
    m_list->installEventFilter(this);
    m_detail->setOpenLinks(false);
    m_detail->setTabChangesFocus(true);
    m_detail->document()->setDocumentMargin(10);
    for (QPushButton *button : {m_accept, m_reject, m_all, m_back, m_close})
        button->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_words, 1);
    head->addWidget(m_filter);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_list);
    parts->addWidget(m_detail);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_reject);
    buttons->addWidget(m_all);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addWidget(m_summary);
    layout->addLayout(head);
    layout->addWidget(parts, 1);
    layout->addLayout(buttons);
    resize(900, 620);
}

int ReviewDialog::currentLine() const
{
    const QModelIndex current = m_shown->mapToSource(m_list->currentIndex());
    return current.isValid() ? current.row() : -1;
}

void ReviewDialog::decide(const QList<int> &lines, ReviewDecision decision)
{
    QList<ReviewChange> changes;
    for (const int line : lines)
        changes.append(*m_model->change(line));
    const bool inDocument = decision == ReviewDecision::Accepted && m_document.acceptReview(changes);
    m_steps.append({lines, inDocument});
    m_model->decide(lines, decision);
    updateSummary();
}

void ReviewDialog::acceptCurrent()
{
    const int line = currentLine();
    if (line < 0 || m_model->lines()[line].decision != ReviewDecision::Open)
        return;
    decide({line}, ReviewDecision::Accepted);
    goToNextOpen(line);
}

void ReviewDialog::rejectCurrent()
{
    const int line = currentLine();
    if (line < 0 || m_model->lines()[line].decision != ReviewDecision::Open)
        return;
    decide({line}, ReviewDecision::Rejected);
    goToNextOpen(line);
}

void ReviewDialog::acceptAll()
{
    QList<int> lines;
    for (int line = 0; line < m_model->rowCount(); ++line) {
        if (m_model->lines()[line].decision == ReviewDecision::Open && !m_model->change(line)->sourceDiffers)
            lines.append(line);
    }
    if (lines.isEmpty())
        return;
    decide(lines, ReviewDecision::Accepted);
    goToNextOpen(-1);
}

void ReviewDialog::takeBack()
{
    if (m_steps.isEmpty())
        return;
    const Step step = m_steps.takeLast();
    if (step.inDocument)
        m_document.undo();
    m_model->decide(step.lines, ReviewDecision::Open);
    refilter();
    m_list->setCurrentIndex(m_shown->mapFromSource(m_model->index(step.lines.first(), 0)));
    updateSummary();
}

void ReviewDialog::goToNextOpen(int after)
{
    const int count = m_model->rowCount();
    for (int step = 1; step <= count; ++step) {
        const int line = (after + step) % count;
        const QModelIndex index = m_shown->mapFromSource(m_model->index(line, 0));
        if (m_model->lines()[line].decision == ReviewDecision::Open && index.isValid()) {
            m_list->setCurrentIndex(index);
            m_list->scrollTo(index);
            return;
        }
    }
    if (!m_list->currentIndex().isValid() && m_shown->rowCount() > 0)
        m_list->setCurrentIndex(m_shown->index(0, 0));
    showDetail();
}

void ReviewDialog::refilter()
{
    const int line = currentLine();
    static_cast<ShownLines *>(m_shown)->set(static_cast<ReviewFilter>(m_filter->currentIndex()),
                                            m_words->text().trimmed());
    const QModelIndex index = line < 0 ? QModelIndex() : m_shown->mapFromSource(m_model->index(line, 0));
    m_list->setCurrentIndex(index.isValid() ? index : m_shown->index(0, 0));
    showDetail();
}

void ReviewDialog::showDetail()
{
    const int line = currentLine();
    m_detail->setHtml(line < 0 ? QString() : detailHtml(line));
    const bool open = line >= 0 && m_model->lines()[line].decision == ReviewDecision::Open;
    m_accept->setEnabled(open);
    m_reject->setEnabled(open);
    if (line >= 0 && m_model->lines()[line].row >= 0)
        emit segmentRequested(m_model->lines()[line].row);
}

QString ReviewDialog::detailHtml(int line) const
{
    const Colours &colours = coloursOf(palette());
    const auto part = [this](const QString &title, const QString &html) {
        return titledHtml(title, html, palette());
    };
    const auto warning = [&colours](const QString &sentence) {
        return QStringLiteral("<p style='margin:0 0 10px 0; color:%1'>\u26A0 %2</p>")
            .arg(colours.deprecated.name(), sentence.toHtmlEscaped());
    };
    const ReviewChange *change = m_model->change(line);
    if (!change) {
        const session::UnmatchedReview &lost = m_model->comparison().unmatched[m_model->lines()[line].number];
        return warning(tr("This segment of the reviewed copy was not found in the document (%1). Nothing of "
                          "it is taken over.")
                           .arg(lost.reviewed.place)) +
               part(tr("Source"), session::withMarkup(lost.reviewed.source).toHtmlEscaped()) +
               part(tr("Reviewed translation"), session::withMarkup(lost.reviewed.target).toHtmlEscaped());
    }
    QString html;
    if (change->sourceDiffers)
        html +=
            warning(tr("The source has changed: the reviser looked at “%1”.").arg(change->reviewedSource));
    if (change->locked)
        html += warning(tr("The file wants this translation left as it is; it cannot be changed."));
    if (change->matchedBy == ReviewChange::MatchedBy::Source)
        html += warning(tr("The copy has another id for this segment; it was found by its source."));
    if (!change->lostCodes.isEmpty())
        html += warning(tr("The reviewed translation has lost tags: %1").arg(change->lostCodes.join(u' ')));
    if (!change->unknownCodes.isEmpty())
        html += warning(
            tr("Tags that the document does not know are left out: %1").arg(change->unknownCodes.join(u' ')));
    const InlineText &source = m_document.document().at(change->segment).source;
    const QString before = session::withLabels(change->before.target, source).toHtmlEscaped();
    html += part(tr("Source"), session::withLabels(source, source).toHtmlEscaped());
    if (change->changesTarget()) {
        html += part(tr("Before"), before);
        html += part(tr("After, with what changes"), diffHtml(change->diff, palette()));
    } else {
        html += part(tr("Translation"), before);
    }
    if (change->changesState())
        html += part(tr("State"), QStringLiteral("%1 → <b>%2</b>")
                                      .arg(stateText(versionOf(change->before)).toHtmlEscaped(),
                                           stateText(versionOf(change->after)).toHtmlEscaped()));
    for (const Note &note : change->notes)
        html += part(note.author.isEmpty() ? tr("The reviser’s note") : tr("Note by %1").arg(note.author),
                     note.text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
    return html;
}

void ReviewDialog::updateSummary()
{
    const session::ReviewComparison &comparison = m_model->comparison();
    QStringList sentences{tr("<b>%1</b>: %n change(s)", nullptr, static_cast<int>(comparison.changes.size()))
                              .arg(m_copyName.toHtmlEscaped())};
    sentences.append(tr("%n segment(s) as they were", nullptr, static_cast<int>(comparison.unchanged)));
    if (!comparison.unmatched.isEmpty())
        sentences.append(
            tr("%n of the copy not found", nullptr, static_cast<int>(comparison.unmatched.size())));
    if (!comparison.missing.isEmpty())
        sentences.append(
            tr("%n of the document not in the copy", nullptr, static_cast<int>(comparison.missing.size())));
    const int open = m_model->count(ReviewDecision::Open);
    const QString left = open > 0 ? tr("%n to decide.", nullptr, open)
                                  : tr("Everything is decided. Ctrl+Z takes the last decision back.");
    m_summary->setText(sentences.join(QStringLiteral(" · ")) + QStringLiteral(" · ") + left);
    m_all->setEnabled(open > 0);
    m_back->setEnabled(!m_steps.isEmpty());
    showDetail();
}

bool ReviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const bool enter = pressed->key() == Qt::Key_Return || pressed->key() == Qt::Key_Enter;
        if (enter && pressed->modifiers().testFlag(Qt::ControlModifier)) {
            acceptAll();
            return true;
        }
        if (enter) {
            acceptCurrent();
            return true;
        }
        if (pressed->key() == Qt::Key_Delete || pressed->key() == Qt::Key_Backspace) {
            rejectCurrent();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ReviewDialog::retranslate()
{
    setWindowTitle(tr("Bring back a review"));
    m_words->setPlaceholderText(tr("Words in source, translation or notes"));
    m_words->setAccessibleName(tr("Show changes with these words"));
    m_filter->setAccessibleName(tr("Which changes are shown"));
    m_filter->setItemText(0, tr("All changes"));
    m_filter->setItemText(1, tr("Not decided yet"));
    m_filter->setItemText(2, tr("The text changes"));
    m_filter->setItemText(3, tr("Only the state or a note"));
    m_filter->setItemText(4, tr("To look at"));
    m_list->setAccessibleName(tr("What the reviser changed"));
    m_detail->setAccessibleName(tr("The change"));
    m_accept->setText(tr("&Accept"));
    m_accept->setToolTip(tr("Enter"));
    m_reject->setText(tr("&Reject"));
    m_reject->setToolTip(tr("Delete"));
    m_all->setText(tr("Accept a&ll"));
    m_all->setToolTip(tr("Ctrl+Enter; changes of segments whose source differs stay open"));
    m_back->setText(tr("Take &back"));
    m_back->setToolTip(tr("Ctrl+Z"));
    m_close->setText(tr("&Close"));
    updateSummary();
}

/// The current line keeps the page's colours, on which the words that go and come can be read.
void ReviewDialog::colour()
{
    const Colours &colours = coloursOf(palette());
    QPalette own = palette();
    own.setColor(QPalette::Highlight, colours.currentRow);
    own.setColor(QPalette::HighlightedText, colours.text);
    m_list->setPalette(own);
}

void ReviewDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange) {
        colour();
        showDetail();
    }
}

} // namespace verbale::workbench
