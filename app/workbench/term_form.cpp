#include "workbench/term_form.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

constexpr int formWidth = 360;
constexpr int gap = 4;

} // namespace

TermForm::TermForm(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_text(new QLineEdit(this)), m_keys(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFixedWidth(formWidth);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_keys->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_keys);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::returnPressed, this, &TermForm::complete);
    hide();
}

void TermForm::ask(const QString &given, bool vietnameseGiven, const QRect &cell)
{
    m_given = given;
    m_vietnameseGiven = vietnameseGiven;
    m_title->setText(given);
    m_keys->setText(tr("Enter adds the term, Esc leaves"));
    const QString other = vietnameseGiven ? tr("English") : tr("Vietnamese");
    m_text->clear();
    m_text->setPlaceholderText(other);
    m_text->setAccessibleName(tr("%1 of “%2”").arg(other, given));
    m_title->setFixedWidth(formWidth - 26);
    adjustSize();
    QPoint place(cell.left(), cell.bottom() + gap);
    if (place.y() + height() > parentWidget()->height())
        place.setY(cell.top() - gap - height());
    place.setX(qBound(0, place.x(), qMax(0, parentWidget()->width() - width())));
    place.setY(qBound(0, place.y(), qMax(0, parentWidget()->height() - height())));
    move(place);
    show();
    raise();
    m_text->setFocus(Qt::PopupFocusReason);
}

void TermForm::complete()
{
    const QString typed = m_text->text().simplified();
    if (typed.isEmpty())
        return;
    hide();
    emit left();
    emit completed(m_vietnameseGiven ? m_given : typed, m_vietnameseGiven ? typed : m_given);
}

void TermForm::keyPressEvent(QKeyEvent *event)
{
    event->accept();
}

void TermForm::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void TermForm::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

bool TermForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto isEscape = [event] { return static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape; };
    if (event->type() == QEvent::KeyPress && isEscape()) {
        hide();
        emit left();
        return true;
    }
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        // Another window or a context menu is not "elsewhere".
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace verbale::workbench
