#pragma once

#include "document/document.h"

#include <QtWidgets/QWidget>

class QToolButton;
class QTreeWidget;

namespace verbale::workbench {

/// Below the grid: one quiet line that says how many lines were left out, and opens into a list of them by
/// class. Enter, Insert or a double click asks for a line to be brought back.
class LeftOutPane final : public QWidget
{
    Q_OBJECT
public:
    explicit LeftOutPane(QWidget *parent = nullptr);

    void show(const QList<LeftOutLine> &lines);
    /// Opens the list and gives it the keyboard; closes it when it has the keyboard already.
    void toggle();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool hasKeyboard() const;
    /// The number of the current line among the left-out lines; -1: none.
    [[nodiscard]] int currentLine() const;
    void setCurrentLine(int line);
    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    /// The keys that the window has for the list and for bringing back, for the tooltips.
    void setKeys(const QString &open, const QString &bringBack);

signals:
    void bringBackRequested(int line);
    void left(); ///< the keyboard goes back to the grid

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setOpen(bool open);
    void fill();
    void retranslate();

    QToolButton *m_head;
    QTreeWidget *m_list;
    QList<LeftOutLine> m_lines;
    bool m_open = false;
    QString m_openKey;
    QString m_bringBackKey;
};

/// A class of left-out lines for people, in the interface's language: "Menus", "Date lines".
QString leftOutClassText(const QString &reason);

} // namespace verbale::workbench
