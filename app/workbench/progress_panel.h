#pragma once

#include "session/statistics.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace verbale::workbench {

/// In the status bar: how many segments and words are confirmed, in words and as a slim bar.
class ProgressPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressPanel(QWidget *parent = nullptr);
    void show(const session::Statistics &statistics);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    QLabel *m_text;
    QWidget *m_bar;
    session::Statistics m_statistics;
};

} // namespace verbale::workbench
