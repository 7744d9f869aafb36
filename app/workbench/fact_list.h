#pragma once

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;

namespace verbale::workbench {

/// Captions with texts beside them, in rows that come and go. Texts are plain: what others wrote is no
/// markup.
class FactList final : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget *parent = nullptr);

    /// A row with this caption; it is hidden while its text is empty.
    QLabel *addRow(const QString &caption);
    /// A bold line above what follows.
    void addHeading(const QString &text);
    /// A widget over both columns.
    void addWidget(QWidget *widget);
    static void setText(QLabel *row, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QGridLayout *m_grid;
    QList<QLabel *> m_captions;
};

/// A text that is read: plain, wrapped, to be copied with the mouse.
QLabel *makeText(QWidget *parent);
/// A large bold line: what a page or a dialog is about. As makeText().
QLabel *makeTitle(const QString &text, QWidget *parent);

} // namespace verbale::workbench
