#pragma once

#include "session/statistics.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace verbale::workbench {

/// A thin bar of two shares, the lighter one behind the other.
class SlimBar final : public QWidget
{
public:
    explicit SlimBar(QWidget *parent);
    /// 0 to 1 each.
    void setShares(double done, double begun);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_done = 0;
    double m_begun = 0;
};

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
    SlimBar *m_bar;
    session::Statistics m_statistics;
};

} // namespace verbale::workbench
