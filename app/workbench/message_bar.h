#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace verbale::workbench {

/// A sentence above the grid, with what can be done about it; it never takes the keyboard by itself, and
/// gives it back where it came from.
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };
    struct Choice
    {
        QString text;
        std::function<void()> act; ///< the bar closes before it
    };

    explicit MessageBar(QWidget *parent = nullptr);
    void show(Kind kind, const QString &text, const QList<Choice> &choices = {});
    /// A bar that is part of a page has nothing to be closed with.
    void setClosable(bool closable);
    [[nodiscard]] QString text() const;
    /// Other words for the same message: a count that goes up.
    void setText(const QString &text);
    [[nodiscard]] QStringList choices() const;
    /// As a click on the choice with this text.
    void choose(const QString &choice);
    /// The keyboard goes to the first choice, or to Close. False: there is nothing to read.
    bool takeKeyboard();
    [[nodiscard]] bool hasKeyboard() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();
    void giveKeyboardBack();
    [[nodiscard]] static const MessageBar *barOf(const QWidget *widget);

    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
    Kind m_kind = Kind::Info;
    QPointer<QWidget> m_former; ///< what had the keyboard before, in no bar
};

/// The keyboard goes to the next one of the bars that is to be seen, from the first again after the last.
void goToMessage(const QList<MessageBar *> &bars);

} // namespace verbale::workbench
