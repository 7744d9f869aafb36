#pragma once

#include "workbench/icons.h"

#include <QtWidgets/QWidget>

class QMenu;
class QToolButton;

namespace verbale::workbench {

class SlimBar;

/// In the status bar: whether texts may leave this machine, as a lock and in words; how far a run is. A click
/// opens a menu.
class MachineStatus final : public QWidget
{
    Q_OBJECT
public:
    explicit MachineStatus(QMenu *menu, QWidget *parent = nullptr);

    void show(Glyph glyph, const QString &words, const QString &explanation);
    /// Of a run; total 0: there is none.
    void setProgress(qsizetype done, qsizetype total);
    [[nodiscard]] QString words() const;

private:
    QToolButton *m_button;
    SlimBar *m_bar;
};

} // namespace verbale::workbench
