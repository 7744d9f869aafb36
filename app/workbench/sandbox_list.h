#pragma once

#include "host/sandbox/sandbox_report.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace verbale::workbench {

/// How far a plugin's process is kept from doing harm: a row an aspect, with its strength in words and
/// colour, and the sentence.
class SandboxList final : public QWidget
{
    Q_OBJECT
public:
    explicit SandboxList(QWidget *parent = nullptr);
    void show(const host::SandboxReport &report); ///< without lines: nothing is shown

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QLabel *aspect;
        QLabel *strength;
        QLabel *sentence;
    };
    void fill();

    host::SandboxReport m_report;
    QList<Row> m_rows;
};

} // namespace verbale::workbench
