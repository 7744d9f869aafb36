#include "workbench/notes_pane.h"

#include "document/machine_remarks.h"
#include "workbench/machine_words.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QtMath>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace verbale::workbench {

namespace {

constexpr int mostLines = 8; ///< more of them scroll

} // namespace

NotesPane::NotesPane(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_text(new QTextBrowser(this))
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setFixedHeight(34);
    m_title->setContentsMargins(14, 0, 14, 0);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    fill();
}

void NotesPane::showNotes(const Unit *unit, const QString &segmentId)
{
    QList<Note> notes;
    if (unit != nullptr) {
        for (const Note &note : currentNotes(*unit)) {
            if (note.segmentId.isEmpty() || note.segmentId == segmentId)
                notes.append(note);
        }
    }
    // The weightiest first; those that say nothing of their weight come after them.
    std::stable_sort(notes.begin(), notes.end(), [](const Note &one, const Note &other) {
        return (one.priority > 0 ? one.priority : 11) < (other.priority > 0 ? other.priority : 11);
    });
    if (notes == m_notes)
        return;
    m_notes = notes;
    fill();
}

QString NotesPane::text() const
{
    return m_text->toPlainText();
}

void NotesPane::fill()
{
    m_title->setText(tr("Notes"));
    m_text->setAccessibleName(tr("Notes on the segment"));
    QString html;
    for (const Note &note : std::as_const(m_notes)) {
        QStringList about{note.author};
        if (!note.category.startsWith(QLatin1String("verbale:"))) // our own ones speak for themselves
            about.append(note.category);
        if (note.appliesTo == QLatin1String("source"))
            about.append(tr("on the source"));
        else if (note.appliesTo == QLatin1String("target"))
            about.append(tr("on the translation"));
        about.removeAll(QString());
        const QString head = about.isEmpty() ? QString()
                                             : QStringLiteral("<span style='color:%1'>%2</span><br>")
                                                   .arg(coloursOf(palette()).quietText.name(),
                                                        about.join(QStringLiteral(" · ")).toHtmlEscaped());
        const bool isRemark = note.category == machineRemarkCategory;
        const QString text = isRemark ? remarkNoteText(note.text) : note.text;
        html += QStringLiteral("<p style='margin:0 0 8px 0'>%1%2</p>")
                    .arg(head, text.toHtmlEscaped().replace(u'\n', QLatin1String("<br>")));
    }
    m_text->setHtml(html);
    setVisible(!m_notes.isEmpty());
    fit();
}

/// As high as the notes, within reason.
void NotesPane::fit()
{
    m_text->document()->setTextWidth(m_text->viewport()->width());
    const int height = qCeil(m_text->document()->size().height());
    m_text->setFixedHeight(qMin(height, m_text->fontMetrics().lineSpacing() * mostLines + 24));
}

void NotesPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

void NotesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace verbale::workbench
