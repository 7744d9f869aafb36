#pragma once

#include <QtWidgets/QFrame>

class QLabel;
class QLineEdit;

namespace verbale::workbench {

/// A small form beside a cell: one side of a new term is given, the other one is typed. Enter adds, Esc
/// leaves, and so does a click elsewhere.
class TermForm final : public QFrame
{
    Q_OBJECT
public:
    explicit TermForm(QWidget *parent);

    /// Asks for what `given` is called in the other language, beside `cell` (in the parent's coordinates).
    void ask(const QString &given, bool vietnameseGiven, const QRect &cell);
    [[nodiscard]] QLineEdit *text() const { return m_text; }

signals:
    void completed(const QString &vietnamese, const QString &english);
    void left(); ///< by Esc, or behind completed(): the keyboard goes back

protected:
    // What the field has no use for is not the grid's either.
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void complete();

    QString m_given;
    bool m_vietnameseGiven = true;
    QLabel *m_title;
    QLineEdit *m_text;
    QLabel *m_keys;
};

} // namespace verbale::workbench
