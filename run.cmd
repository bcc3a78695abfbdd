@echo off
rem The same as ./run, for Windows 10 and 11. Written with care but NOT yet run on a
rem Windows machine: whoever does so first, please say what happened.
setlocal
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PYTHON=%VENV%\Scripts\python.exe"
set "WANT=batea"
if "%~1"=="test" set "WANT=dev"
if "%~1"=="check" set "WANT=dev"
if "%~1"=="bench" set "WANT=dev"

fc /b "%HERE%requirements\%WANT%.txt" "%VENV%\.ready-%WANT%" >nul 2>&1
if errorlevel 1 (
    if not exist "%PYTHON%" py -3.11 -m venv "%VENV%" || py -3 -m venv "%VENV%"
    if not exist "%PYTHON%" (
        echo Hace falta Python 3.11 o posterior. / Python 3.11 or later is needed.
        exit /b 3
    )
    if exist "%HERE%wheelhouse" (
        "%PYTHON%" -m pip install --quiet --no-index --find-links "%HERE%wheelhouse" --require-hashes -r "%HERE%requirements\%WANT%.txt"
    ) else (
        "%PYTHON%" -m pip install --quiet --require-hashes -r "%HERE%requirements\%WANT%.txt"
    )
    if errorlevel 1 (
        echo No se pudieron instalar los paquetes. / The packages could not be installed.
        exit /b 3
    )
    copy /y "%HERE%requirements\%WANT%.txt" "%VENV%\.ready-%WANT%" >nul
)

set "PYTHONPATH=%HERE%"
if "%~1"=="test" (
    cd /d "%HERE%" && "%PYTHON%" -m pytest -n 2 --dist loadfile
) else if "%~1"=="check" (
    cd /d "%HERE%" && "%PYTHON%" -m ruff check . && "%PYTHON%" -m mypy && "%PYTHON%" -m kb_app validate
) else if "%~1"=="bench" (
    cd /d "%HERE%" && "%PYTHON%" -m benchmarks
) else (
    "%PYTHON%" -m kb_app %*
)
