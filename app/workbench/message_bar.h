#pragma once

#include <QtWidgets/QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace verbale::workbench {

/// A sentence above the grid, with what can be done about it; it never takes the keyboard.
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
    [[nodiscard]] QString text() const;
    [[nodiscard]] QStringList choices() const;
    /// As a click on the choice with this text.
    void choose(const QString &choice);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
    Kind m_kind = Kind::Info;
};

} // namespace verbale::workbench
