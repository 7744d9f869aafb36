#include "workbench/suggestion_pane.h"

#include "document/inline_repair.h"
#include "workbench/code_words.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QTextCursor>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

SuggestionPane::SuggestionPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_coverage(new QLabel(this))
    , m_legend(new QLabel(this))
    , m_text(new QTextEdit(this))
    , m_use(new QPushButton(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_coverage->setForegroundRole(QPalette::PlaceholderText);
    m_legend->setForegroundRole(QPalette::PlaceholderText);
    m_legend->setWordWrap(true);
    QSizePolicy kept = m_legend->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the button keeps its place
    m_legend->setSizePolicy(kept);
    m_text->setReadOnly(true);
    drawChipsIn(*m_text->document());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(12);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(60);
    m_use->setAutoDefault(false);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 0, 14, 0);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_coverage);
    m_title->setFixedHeight(34);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(14, 8, 14, 10);
    foot->addWidget(m_legend, 1);
    foot->addWidget(m_use, 0, Qt::AlignBottom);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    layout->addLayout(foot);
    connect(m_use, &QPushButton::clicked, this, &SuggestionPane::useRequested);
    retranslate();
}

void SuggestionPane::setTextFont(const QFont &font)
{
    m_text->setFont(font);
    fill();
}

void SuggestionPane::showSegment(const Segment *segment)
{
    m_shown = segment != nullptr ? segment->suggestions.mid(0, 1) : QList<Suggestion>();
    m_source = segment != nullptr ? segment->source : InlineText();
    fill();
}

void SuggestionPane::fill()
{
    const bool any = !m_shown.isEmpty();
    m_use->setEnabled(any);
    m_coverage->setVisible(any);
    const bool codesLost =
        any && codesForText(m_shown.first().text, m_source, m_shown.first().codes).lost > 0;
    m_legend->setText(codesLost ? tr("Tags were lost; they are put in again when it is used.")
                                : tr("In italics: not translated yet"));
    m_legend->setVisible(codesLost || (any && !m_shown.first().untranslated.isEmpty()));
    m_text->clear();
    sayWhatItIs();
    if (!any)
        return;
    fillText(m_shown.first());
    m_text->moveCursor(QTextCursor::Start);
}

void SuggestionPane::fillText(const Suggestion &suggestion)
{
    QTextBlockFormat block;
    block.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
    QTextCursor cursor(m_text->document());
    cursor.setBlockFormat(block);
    QTextCharFormat left;
    left.setForeground(coloursOf(palette()).quietText);
    left.setFontItalic(true);
    const CodeLabels labels(m_source.codes);
    const QList<qsizetype> codes = placeholderCodes(suggestion.text, m_source, suggestion.codes);
    qsizetype next = 0;
    const auto insert = [&](qsizetype from, qsizetype to, const QTextCharFormat &format) {
        for (qsizetype mark = suggestion.text.indexOf(inlineCodeMark, from); mark >= 0 && mark < to;
             mark = suggestion.text.indexOf(inlineCodeMark, from)) {
            cursor.insertText(suggestion.text.mid(from, mark - from), format);
            const qsizetype code = codes.value(next++, -1);
            const InlineCode shown = code >= 0 ? m_source.codes.value(code) : InlineCode();
            const ChipLook look{code >= 0 ? labels.onChip(shown) : QStringLiteral("?"), code < 0};
            cursor.insertText(QString(inlineCodeMark), codeFormat(shown, look, m_text->font()));
            from = mark + 1;
        }
        cursor.insertText(suggestion.text.mid(from, to - from), format);
    };
    qsizetype from = 0;
    for (const Span &span : suggestion.untranslated) {
        insert(from, span.start, QTextCharFormat());
        insert(span.start, span.end, left);
        from = span.end;
    }
    insert(from, suggestion.text.size(), QTextCharFormat());
}

void SuggestionPane::sayWhatItIs()
{
    const Suggestion shown = m_shown.value(0);
    const int percent = qRound(shown.coverage * 100);
    QString title = tr("Glossary draft");
    QString use = tr("Use draft");
    QString coverage = tr("%1 % in English").arg(percent);
    QString coverageTip = tr("The share of the source that the glossary translates");
    if (shown.kind == SuggestionKind::MemoryMatch) {
        title = tr("Memory match");
        use = tr("Use match");
        coverage = tr("%1 % match").arg(percent);
        coverageTip = tr("How near the memory's source is to this one");
    } else if (shown.kind == SuggestionKind::MachineTranslation) {
        title = tr("Machine translation");
        use = tr("Use translation");
        coverage = shown.origin;
        coverageTip = tr("The engine that translated it");
    }
    m_title->setText(title);
    m_title->setToolTip(shown.origin.isEmpty() ? QString() : tr("From: %1").arg(shown.origin));
    m_text->setAccessibleName(title);
    m_coverage->setText(coverage);
    m_coverage->setToolTip(coverageTip);
    m_use->setText(use);
}

void SuggestionPane::retranslate()
{
    m_text->setPlaceholderText(tr("No draft for this segment."));
    m_use->setToolTip(tr("Replaces the translation by this text (Ctrl+D)"));
    fill();
}

void SuggestionPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace verbale::workbench
