# What both files of tests use: the script, and programs that stand in for those it calls.
Set-StrictMode -Version Latest
$root = Split-Path (Split-Path $PSScriptRoot)
$script = Join-Path $root 'deploy-kiosk.ps1'
$realPath = $env:PATH
$reallyDotnet = (Get-Command dotnet -CommandType Application)[0].Source

# Puts these programs, and those every Debian has, in the place of all others.
function Use-StandIns([string[]] $Names) {
    $env:STAND_INS = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
    $programs = (New-Item -ItemType Directory -Path (Join-Path $env:STAND_INS 'programs')).FullName
    foreach ($name in $Names) {
        New-Item -ItemType SymbolicLink -Path (Join-Path $programs $name) -Target (Join-Path $PSScriptRoot 'stand-in.sh')
    }
    foreach ($name in 'sh', 'cat', 'mkdir', 'rm', 'chmod', 'touch') {
        New-Item -ItemType SymbolicLink -Path (Join-Path $programs $name) -Target "/bin/$name"
    }
    $env:PATH = $programs
}

# What a program does when it is called, in shell; "exit 3" is a program that fails.
function Set-Answer([string] $Program, [string] $Shell) { Set-Content (Join-Path $env:STAND_INS "$Program.does") $Shell }

function Get-Calls { Get-Content (Join-Path $env:STAND_INS 'calls') -ErrorAction SilentlyContinue }

# Runs the script in this process, with what it writes for people caught.
function Invoke-Deploy([hashtable] $With) {
    $before, $errors = [Console]::Error, [IO.StringWriter]::new()
    [Console]::SetError($errors)
    $global:LASTEXITCODE = 0
    try { $said = & $script @With | Out-String } finally { [Console]::SetError($before) }
    [pscustomobject]@{ Exit = $global:LASTEXITCODE; Said = $said.Trim(); Complaint = "$errors".Trim() }
}
