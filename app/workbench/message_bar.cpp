#include "workbench/message_bar.h"

#include "workbench/icons.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace verbale::workbench {

/// The bar that a widget is in; nothing: it is in none.
const MessageBar *MessageBar::barOf(const QWidget *widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        if (const auto *bar = qobject_cast<const MessageBar *>(widget))
            return bar;
    }
    return nullptr;
}

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // what is told of files may look like markup
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(Glyph::Close));
    m_close->setIconSize({16, 16});
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_buttons->setSpacing(6);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_close, 0);
    setAutoFillBackground(true);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if (now == nullptr || !isAncestorOf(now) || old == nullptr || isAncestorOf(old))
            return;
        const MessageBar *other = barOf(old);
        m_former = other != nullptr ? other->m_former : QPointer<QWidget>(old);
    });
    hide();
}

void MessageBar::show(Kind kind, const QString &text, const QList<Choice> &choices)
{
    m_kind = kind;
    m_text->setText(text);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    setAccessibleName(text);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, act = choice.act] {
            hide();
            act();
        });
        m_buttons->addWidget(button);
    }
    if (!choices.isEmpty()) // what the bar offers comes before its end
        setTabOrder(m_buttons->itemAt(m_buttons->count() - 1)->widget(), m_close);
    colour();
    QFrame::show();
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

bool MessageBar::takeKeyboard()
{
    if (isHidden())
        return false;
    QWidget *first = m_buttons->count() > 0 ? m_buttons->itemAt(0)->widget() : m_close;
    first->setFocus(Qt::ShortcutFocusReason);
    return true;
}

bool MessageBar::hasKeyboard() const
{
    const QWidget *with = window()->focusWidget();
    return with != nullptr && isAncestorOf(with);
}

void MessageBar::giveKeyboardBack()
{
    if (hasKeyboard() && m_former != nullptr && m_former->isVisible())
        m_former->setFocus(Qt::OtherFocusReason);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        giveKeyboardBack();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    giveKeyboardBack(); // or it would go to whatever comes next
}

void MessageBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

QStringList MessageBar::choices() const
{
    QStringList texts;
    for (int i = 0; i < m_buttons->count(); ++i)
        texts.append(qobject_cast<QPushButton *>(m_buttons->itemAt(i)->widget())->text());
    return texts;
}

void MessageBar::choose(const QString &choice)
{
    for (int i = 0; i < m_buttons->count(); ++i) {
        auto *button = qobject_cast<QPushButton *>(m_buttons->itemAt(i)->widget());
        if (button->text() == choice) {
            button->click();
            return;
        }
    }
}

void MessageBar::colour()
{
    // From the application's palette: this bar's own has the bar's colour for a window.
    QPalette own = QApplication::palette();
    const Colours &c = coloursOf(own);
    Glyph glyph = Glyph::Info;
    switch (m_kind) {
    case Kind::Info:
        own.setColor(QPalette::Window, c.infoBar);
        break;
    case Kind::Warning:
        own.setColor(QPalette::Window, c.warningBar);
        glyph = Glyph::Warning;
        break;
    case Kind::Error:
        own.setColor(QPalette::Window, c.errorBar);
        glyph = Glyph::Error;
        break;
    }
    m_icon->setPixmap(icon(glyph).pixmap(QSize(20, 20), devicePixelRatioF()));
    setPalette(own);
}

void goToMessage(const QList<MessageBar *> &bars)
{
    const auto at =
        std::find_if(bars.begin(), bars.end(), [](const MessageBar *bar) { return bar->hasKeyboard(); });
    const qsizetype from = at == bars.end() ? -1 : at - bars.begin();
    for (qsizetype step = 1; step <= bars.size(); ++step) {
        if (bars[(from + step) % bars.size()]->takeKeyboard())
            return;
    }
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

} // namespace verbale::workbench
